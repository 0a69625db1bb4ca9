export async function main(): Promise<void> {
  const contacts = [
    { name: "Ann", age: 31 },
    { name: "Bob", age: 45 },
  ];
  let oldest: { name: string; age: number } | null = null;
  for (const contact of contacts) {
    if (oldest == null || contact.age > Number(getProperty(oldest, "age"))) {
      oldest = contact;
    }
  }
  if (oldest) {
    console.log(getProperty(oldest, "name"));
  }
  let youngest: { name: string; age: number } | null = null;
  for (const contact of contacts) {
    if (youngest != null) {
      if (contact.age >= Number(getProperty(youngest, "age"))) {
        continue;
      }
    }
    youngest = contact;
  }
  console.log(youngest);
}

/** The value at a path such as "address.city", if there is one. */
function getProperty(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (object, key) =>
        Object.getOwnPropertyDescriptor(Object(object), key)?.value,
      value,
    );
}
