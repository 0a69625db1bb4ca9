export async function main(): Promise<void> {
  const node: { name: string; next?: unknown } = { name: "a" };
  node.next = node;
  console.log(getProperty(node.next, "name"));
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
