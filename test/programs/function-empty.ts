export async function main(): Promise<void> {
  later();
  console.log(alsoLater());
}

function later(): void {}

function alsoLater(): undefined {}
