export async function main(): Promise<void> {
  later();
}

function later(): void {
  console.log("later");
}
