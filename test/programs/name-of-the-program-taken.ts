export async function start(): Promise<void> {
  const start3 = 1;
  start2();
  console.log(start3);
}

function start2(): void {
  console.log("mine");
}
