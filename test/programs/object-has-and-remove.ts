export async function main(): Promise<void> {
  const sale: { title: string; price?: number } = { title: "Sale", price: 5 };
  console.log(Object.hasOwn(sale, "price"));
  delete sale.price;
  console.log(Object.hasOwn(sale, "price"));
  console.log(hasProperty(sale, "shop.city"));
  removeProperty(sale, "shop.city");
}

/** Whether there is a value at a path such as "address.city". */
function hasProperty(value: unknown, path: string): boolean {
  let object = value;
  return path.split(".").every((key) => {
    const has = Object.hasOwn(Object(object), key);
    if (has) object = (object as Record<string, unknown>)[key];
    return has;
  });
}

/** Removes the value at a path such as "address.city". */
function removeProperty(value: unknown, path: string): void {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let object = value;
  for (const key of keys) {
    if (!Object.hasOwn(Object(object), key)) return;
    object = (object as Record<string, unknown>)[key];
  }
  if (typeof object === "object" && object !== null) {
    Reflect.deleteProperty(object, last);
  }
}
