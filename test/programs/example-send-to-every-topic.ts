import Backendless from "backendless";

export async function main(): Promise<void> {
  const prices = { tea: 2.5, coffee: 3 };
  for (const drink of Object.keys(prices)) {
    await Backendless.Messaging.publish(
      "menu",
      `${drink} for ${getProperty(prices, drink) ?? ""}`,
      new Backendless.PublishOptions({
        headers: { "android-ticker-text": drink, "ios-badge": "1" },
      }),
    );
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
