export async function main(): Promise<void> {
  const sale: Record<string, unknown> = { price: 5 };
  const key = "tax";
  setProperty(sale, key, "1");
  console.log(equals(sale.price, 5));
  console.log(compare(sale.price, sale.tax) > 0);
}

/** Sets the value at a path such as "address.city", making the objects on the way. */
function setProperty(target: unknown, path: string, value: unknown): void {
  if (typeof target !== "object" || target === null) {
    throw new TypeError("Only an object has properties.");
  }
  const [key = "", ...rest] = path.split(".");
  let next = value;
  if (rest.length > 0) {
    const inner: unknown = Object.getOwnPropertyDescriptor(target, key)?.value;
    next = typeof inner === "object" && inner !== null ? inner : {};
    setProperty(next, rest.join("."), value);
  }
  Object.defineProperty(target, key, {
    value: next,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

/** Whether two values of any kind are equal, with text and numbers compared by value. */
function equals(a: unknown, b: unknown): boolean {
  return a == b;
}

/** Compares two texts by their letters and anything else as numbers: below, at or above 0. */
function compare(a: unknown, b: unknown): number {
  const [x, y] = [a, b].map((value) =>
    Array.isArray(value) ? String(value) : value,
  );
  const [left, right] = [Number(x), Number(y)];
  if (typeof x === "string" && typeof y === "string") {
    return x < y ? -1 : Number(x > y);
  }
  return left < right ? -1 : left > right ? 1 : left === right ? 0 : NaN;
}
