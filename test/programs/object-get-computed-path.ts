export async function main(): Promise<void> {
  const sale = { title: "Sale", price: 5 };
  for (const key of Object.keys(sale)) {
    console.log(getProperty(sale, key));
  }
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
