export async function main(): Promise<void> {
  console.log(f1());
}

function f1(): string {
  return [1, 1].join(textIfAny(([] as unknown[]).slice(-1)[0]));
}

/** The text of a value, if there is one. */
function textIfAny(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}
