export async function main(): Promise<void> {
  let n = 1;
  n += 1;
  let thing: { name?: string; title?: string };
  if (n === 2) {
    thing = { name: "Ann" };
  } else {
    thing = { title: "Sale" };
  }
  console.log(thing.name);
  console.log(thing);
}
