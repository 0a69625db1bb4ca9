export async function main(): Promise<void> {
  const map: Record<string, unknown> = {
    __proto__x: 1,
    'a"b': 2,
    "<\/script>": 3,
    "\u2028": 4,
    "": 5,
  };
  console.log(map);
  setProperty(map, "__proto__", 6);
  console.log(getProperty(map, "__proto__"));
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
