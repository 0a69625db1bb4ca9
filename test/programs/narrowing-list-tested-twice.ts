export async function main(): Promise<void> {
  let a: unknown[] | undefined;
  if (a) {
    if (Boolean(a)) {
    } else {
      a.splice(-1, 1);
      a = [];
    }
  }
}
