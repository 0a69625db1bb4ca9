import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  const when = true;
  await Backendless.Messaging.registerDevice(
    deviceToken,
    ["ads"],
    toDate(when),
  );
  const names = 5;
  for (const name of toList(names)) {
    console.log(name);
  }
  await Backendless.Messaging.registerDevice(
    deviceToken,
    separable(toList(names).map(String)),
  );
  console.log(toDate(when).getFullYear());
}

/** The date that a value is or stands for; an invalid one if it is none. */
function toDate(value: unknown): Date {
  return value instanceof Date ? value : new Date(String(value));
}

/** The list itself, the letters of a text, or the properties of an object. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string"
    ? value.split("")
    : Object.values(value ?? {});
}

/** The channels, if the service's answer will be able to tell their names apart. */
function separable(channels: string[]): string[] {
  const name = channels.find((channel) => /,|::/.test(channel));
  if (name === undefined) return channels;
  throw new Error(`The channel name "${name}" contains "," or "::".`);
}
