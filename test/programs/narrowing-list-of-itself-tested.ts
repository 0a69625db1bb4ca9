export async function main(): Promise<void> {
  let b: unknown[] | undefined;
  b = [b];
  if (Boolean(b)) {
  } else {
    b.splice(0, 1);
  }
}
