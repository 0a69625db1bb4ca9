let x: string;

export async function main(): Promise<void> {
  for (x of ["a", "b"]) {
    console.log(x);
    reset();
    console.log(x);
  }
}

function reset(): void {
  x = "reset";
}
