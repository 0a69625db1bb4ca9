export async function main(): Promise<void> {
  console.log(getProperty(null, ""));
  setProperty(null, "", null);
  console.log(hasProperty(null, ""));
  console.log(keysOf(null));
  console.log(valuesOf(null));
  removeProperty(null, "");
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

/** Whether there is a value at a path such as "address.city". */
function hasProperty(value: unknown, path: string): boolean {
  let object = value;
  return path.split(".").every((key) => {
    const has = Object.hasOwn(Object(object), key);
    if (has) object = (object as Record<string, unknown>)[key];
    return has;
  });
}

/** The names of an object's properties. */
function keysOf(value: unknown): string[] {
  return Object.keys(Object(value));
}

/** The values of an object's properties. */
function valuesOf(value: unknown): unknown[] {
  return Object.values(value ?? {});
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
