export async function main(): Promise<void> {
  const word = "banana";
  console.log(`${word}!`.slice(1, -1));
  console.log(sliceText(word.toUpperCase(), { fromEnd: 3 }));
  console.log(word.toUpperCase().slice(1, 3));
}

/** The part of a text between two places, counted from its start or its end. */
function sliceText(
  text: string,
  start: { fromStart?: number; fromEnd?: number },
  end: { fromStart?: number; fromEnd?: number } = { fromEnd: 0 },
): string {
  const [first, last] = [start, end].map(({ fromStart = 0, fromEnd }) =>
    fromEnd === undefined ? fromStart : text.length - fromEnd,
  );
  return text.slice(first, last);
}
