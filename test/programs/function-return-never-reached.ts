export async function main(): Promise<void> {}

function f(): null | undefined {
  if (false) {
    return null;
  }
  return undefined;
}
