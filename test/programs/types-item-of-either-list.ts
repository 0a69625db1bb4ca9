export async function main(): Promise<void> {
  ([] as (string | number | undefined)[]).push(
    randomItem((false ? [1] : ["a"]) as (string | number)[]),
  );
}

/** An item of the list, by chance. */
function randomItem<T>(list: T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}
