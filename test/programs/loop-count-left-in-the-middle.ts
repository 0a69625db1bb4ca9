let b: number | undefined;
let a: string | undefined;

export async function main(): Promise<void> {
  console.log(f1());
  console.log(b);
}

function f1(): number {
  if ([].length === 0) {
  } else {
    for (b = 1; Number(b) <= 1; b = Number(b) + 1) {
      if (true) {
        return 1;
      }
      a = `${a}${1}`;
    }
  }
  return 1;
}
