/** Helpers of the list blocks. */

export const listHelpers = {
  toList: `/** The list itself, the letters of a text, or the properties of an object. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string"
    ? value.split("")
    : Object.values(value ?? {});
}`,

  lengthOf: `/** The length of a text or a list. */
function lengthOf(value: unknown): number | undefined {
  return typeof value === "string" || Array.isArray(value)
    ? value.length
    : undefined;
}`,

  repeat: `/** A list with one item as often as asked. */
function repeat<T>(item: T, times: number): T[] {
  const list: T[] = [];
  for (let index = 0; index < times; index++) list.push(item);
  return list;
}`,

  randomItem: `/** An item of the list, by chance. */
function randomItem<T>(list: T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}`,

  removeRandomItem: `/** Removes an item of the list, by chance, and gives it. */
function removeRandomItem<T>(list: T[]): T | undefined {
  return list.splice(Math.floor(Math.random() * list.length), 1)[0];
}`,

  byNumber: `/** Sorts by value. */
function byNumber(a: unknown, b: unknown): number {
  return Number(a) - Number(b);
}`,

  byText: `/** Sorts by the letters of the text. */
function byText(a: unknown, b: unknown): number {
  return String(a) > String(b) ? 1 : -1;
}`,

  byTextIgnoringCase: `/** Sorts by the letters of the text, capital or not. */
function byTextIgnoringCase(a: unknown, b: unknown): number {
  return String(a).toLowerCase() > String(b).toLowerCase() ? 1 : -1;
}`,

  setFromEnd: `/** Replaces the item at this place, counted from the end. */
function setFromEnd<T>(list: T[], place: number, item: T): void {
  list[list.length - place] = item;
}`,

  insertFromEnd: `/** Inserts an item before this place, counted from the end. */
function insertFromEnd<T>(list: T[], place: number, item: T): void {
  list.splice(list.length - place, 0, item);
}`,

  setRandomItem: `/** Replaces an item of the list, chosen by chance. */
function setRandomItem<T>(list: T[], item: T): void {
  list[Math.floor(Math.random() * list.length)] = item;
}`,

  insertAtRandom: `/** Inserts an item into the list at a place chosen by chance. */
function insertAtRandom<T>(list: T[], item: T): void {
  list.splice(Math.floor(Math.random() * list.length), 0, item);
}`,

  sliceList: `/** The part of a list between two places, counted from its start or its end. */
function sliceList<T>(
  list: T[],
  start: { fromStart?: number; fromEnd?: number },
  end: { fromStart?: number; fromEnd?: number } = { fromEnd: 0 },
): T[] {
  const [first, last] = [start, end].map(({ fromStart = 0, fromEnd }) =>
    fromEnd === undefined ? fromStart : list.length - fromEnd,
  );
  return list.slice(first, last);
}`,
};
