export async function main(): Promise<void> {
  const me = { name: "Ann" };
  rename(me, "Bob");
  console.log(me.name);
}

function rename(thing: { name: string }, name: string): void {
  thing.name = name;
}
