let a: undefined;

export async function main(): Promise<void> {
  console.log(a);
}

function f2(): unknown[] {
  toList(a).shift();
  if (false) {
    return [null];
  }
  return sliceList([] as unknown[], { fromStart: 0 });
}

/** The list itself, the letters of a text, or the properties of an object. */
function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string"
    ? value.split("")
    : Object.values(value ?? {});
}

/** The part of a list between two places, counted from its start or its end. */
function sliceList<T>(
  list: T[],
  start: { fromStart?: number; fromEnd?: number },
  end: { fromStart?: number; fromEnd?: number } = { fromEnd: 0 },
): T[] {
  const [first, last] = [start, end].map(({ fromStart = 0, fromEnd }) =>
    fromEnd === undefined ? fromStart : list.length - fromEnd,
  );
  return list.slice(first, last);
}
