export async function main(): Promise<void> {
  console.log(pick(1));
}

function pick(n: number): string {
  if (n > 0) {
    if (true) {
      return "plus";
    }
  } else {
    if (true) {
      return "minus";
    }
  }
  return "never";
}
