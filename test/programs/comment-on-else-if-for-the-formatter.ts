export async function main(): Promise<void> {
  if (true) {
  } else if (true) {
  } else if (1 % 2 === 0 || ([] as unknown[])[0]) {
    // prettier\-ignore
    // \@ts-ignore
  }
}
