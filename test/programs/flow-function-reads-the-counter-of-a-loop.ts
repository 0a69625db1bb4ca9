let i: string | number;

export async function main(): Promise<void> {
  for (i = 1; Number(i) <= 2; i = Number(i) + 1) {
    show();
  }
  for (i of ["a"]) {
    show();
  }
}

function show(): void {
  console.log(i);
}
