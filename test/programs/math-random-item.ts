export async function main(): Promise<void> {
  const channels = ["ads", "sports"];
  console.log(randomItem(channels));
}

/** An item of the list, by chance. */
function randomItem<T>(list: T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}
