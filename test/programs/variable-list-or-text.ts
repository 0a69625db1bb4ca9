export async function main(): Promise<void> {
  let n = 1;
  n += 1;
  let channels: string | string[];
  if (n === 2) {
    channels = ["ads"];
  } else {
    channels = "ads";
  }
  console.log(lengthOf(channels));
  for (const channel of toList(channels)) {
    console.log(channel);
  }
}

/** The length of a text or a list. */
function lengthOf(value: unknown): number | undefined {
  return typeof value === "string" || Array.isArray(value)
    ? value.length
    : undefined;
}

/** The list itself, the letters of a text, or the properties of an object. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string"
    ? value.split("")
    : Object.values(value ?? {});
}
