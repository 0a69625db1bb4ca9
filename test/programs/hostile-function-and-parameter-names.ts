export async function main(): Promise<void> {
  alert1(1, 2, 3);
}

function alert1($X: number, aB: number, value: number): void {
  console.log([$X, aB, value]);
}
