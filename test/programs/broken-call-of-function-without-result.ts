export async function main(): Promise<void> {
  console.log(null);
  if (Boolean(null)) {
    console.log("never");
  }
  console.log(Number(null) + 1);
}

function f(): void {
  console.log("x");
}
