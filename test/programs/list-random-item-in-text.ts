export async function main(): Promise<void> {
  const names = ["Ann"];
  console.log(`Hello ${randomItem(names)}`);
}

/** An item of the list, by chance. */
function randomItem<T>(list: T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}
