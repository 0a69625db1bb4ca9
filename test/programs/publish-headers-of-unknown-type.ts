import Backendless from "backendless";

export async function main(): Promise<void> {
  const headers: Record<string, unknown> = {};
  let key: string | undefined;
  setProperty(headers, key ?? "", 1);
  key = "a";
  await Backendless.Messaging.publish(
    "ads",
    "Half price",
    new Backendless.PublishOptions({ headers }),
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
