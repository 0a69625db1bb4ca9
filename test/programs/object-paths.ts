export async function main(): Promise<void> {
  const headers: Record<string, unknown> = { title: "Sale", "ios-badge": 1 };
  setProperty(headers, "data.price", 5);
  console.log(getProperty(headers, "data.price"));
  console.log(hasProperty(headers, "data.tax"));
  delete headers["ios-badge"];
  console.log(Object.keys(headers));
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

/** Whether there is a value at a path such as "address.city". */
function hasProperty(value: unknown, path: string): boolean {
  let object = value;
  return path.split(".").every((key) => {
    const has = Object.hasOwn(Object(object), key);
    if (has) object = (object as Record<string, unknown>)[key];
    return has;
  });
}
