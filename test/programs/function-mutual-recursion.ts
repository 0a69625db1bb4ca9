export async function main(): Promise<void> {
  console.log(isEven(4));
  console.log(isOdd(4));
}

function isEven(n: number): boolean {
  if (n === 0) {
    return true;
  }
  return isOdd(n - 1);
}

function isOdd(n: number): boolean {
  if (n === 0) {
    return false;
  }
  return isEven(n - 1);
}
