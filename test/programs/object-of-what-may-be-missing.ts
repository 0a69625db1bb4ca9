import Backendless from "backendless";

export async function main(): Promise<void> {
  const queue: ({ to: string; tries: number } | undefined)[] = [];
  queue.push({ to: "ads", tries: 0 });
  queue.push({ to: "news", tries: 0 });
  while (queue.length !== 0) {
    const job = queue.shift();
    try {
      await Backendless.Messaging.publish(job?.to ?? "", "Hello");
    } catch {
      setProperty(job, "tries", Number(job?.tries) + 1);
      if (Number(job?.tries) < 3) {
        queue.push(job);
      }
    }
  }
  const users = [{ name: "Ann", address: { city: "Kyiv" } }];
  const last = users.at(-1);
  if (last?.name === "Ann") {
    console.log(last.address.city);
  }
  if (last) {
    let city: string | undefined = last.address.city;
    console.log(city.length);
    city = users[0]?.address.city;
    console.log((city ?? "").toUpperCase());
  }
  if (last?.name != null) {
    console.log(`last: ${last.name}`);
    console.log(last);
  }
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
