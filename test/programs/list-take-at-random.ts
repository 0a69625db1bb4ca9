export async function main(): Promise<void> {
  const names = ["a", "b", "c"];
  console.log(randomItem(names));
  console.log(removeRandomItem(names));
  removeRandomItem(names);
  setRandomItem(names, "x");
  insertAtRandom(names, "y");
  console.log(names.length);
}

/** An item of the list, by chance. */
function randomItem<T>(list: T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}

/** Removes an item of the list, by chance, and gives it. */
function removeRandomItem<T>(list: T[]): T | undefined {
  return list.splice(Math.floor(Math.random() * list.length), 1)[0];
}

/** Replaces an item of the list, chosen by chance. */
function setRandomItem<T>(list: T[], item: T): void {
  list[Math.floor(Math.random() * list.length)] = item;
}

/** Inserts an item into the list at a place chosen by chance. */
function insertAtRandom<T>(list: T[], item: T): void {
  list.splice(Math.floor(Math.random() * list.length), 0, item);
}
