export async function main(): Promise<void> {
  const topics = ["ads", "news"];
  const sizes = [1, 2];
  if (topics.includes("ads")) {
    console.log("ads");
  } else if (!topics.includes("x")) {
    console.log("no x");
  }
  if (topics.includes("ads")) {
    console.log("ads");
  } else if (!topics.includes("x")) {
    console.log("no x");
  } else if (topics.includes("news")) {
    console.log("news");
  }
  console.log(sizes.indexOf(2) + 1 > 0);
  console.log(sizes.indexOf(2) + 1 === 0);
  console.log(topics.lastIndexOf("ads") + 1 > 0);
  console.log(topics.indexOf("ads") + 1 === 1);
  console.log(!topics.includes("ads"));
  console.log(topics.indexOf("ads") + 1 > 1);
  console.log(isVowel("a"));
  console.log(!topics.includes("ads"));
  const unknown = getProperty({}, "a");
  console.log(toList(unknown).includes("ads"));
  console.log(["ads", 1].includes("ads"));
}

function isVowel(letter: string): boolean {
  return "aeiou".includes(letter);
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

/** The list itself, the letters of a text, or the properties of an object. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string"
    ? value.split("")
    : Object.values(value ?? {});
}
