export async function main(): Promise<void> {
  const sale = { title: "Half price" };
  console.log(sale.title.length);
  console.log(lengthOf(getProperty(sale, "missing")));
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

/** The length of a text or a list. */
function lengthOf(value: unknown): number | undefined {
  return typeof value === "string" || Array.isArray(value)
    ? value.length
    : undefined;
}
