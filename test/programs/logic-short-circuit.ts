export async function main(): Promise<void> {
  const list: unknown[] = [];
  console.log(list.length > 0 && equals(list[0], "ads"));
  console.log(list.length === 0 || equals(list[0], "ads"));
}

/** Whether two values of any kind are equal, with text and numbers compared by value. */
function equals(a: unknown, b: unknown): boolean {
  return a == b;
}
