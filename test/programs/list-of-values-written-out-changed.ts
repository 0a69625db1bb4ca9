export async function main(): Promise<void> {
  setRandomItem(
    Object.values({ ["__proto__"]: "a", "a b": "a", "a,b,c": null }) as (
      string | number | null
    )[],
    1,
  );
}

/** Replaces an item of the list, chosen by chance. */
function setRandomItem<T>(list: T[], item: T): void {
  list[Math.floor(Math.random() * list.length)] = item;
}
