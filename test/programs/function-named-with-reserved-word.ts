export async function main(): Promise<void> {
  delete2();
  await2(1);
}

function delete2(): void {
  console.log("deleted");
}

function await2(class2: number): void {
  console.log(class2);
}
