export async function main(): Promise<void> {
  const contacts = [
    { name: "Ann", age: 31 },
    { name: "Bob", age: 45 },
  ];
  let oldest: { name: string; age: number } | null = null;
  for (const contact of contacts) {
    if (oldest == null || contact.age > oldest.age) {
      oldest = contact;
    }
  }
  if (oldest) {
    console.log(oldest.name);
  }
  let youngest: { name: string; age: number } | null = null;
  for (const contact of contacts) {
    if (youngest != null) {
      if (contact.age >= youngest.age) {
        continue;
      }
    }
    youngest = contact;
  }
  console.log(youngest);
}
