export async function main(): Promise<void> {
  let nothing: undefined;
  console.log(getProperty(nothing, "title"));
  setProperty(nothing, "title", "x");
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
