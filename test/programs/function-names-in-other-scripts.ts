export async function main(): Promise<void> {
  console.log(größeVon("abc"));
  doSomething();
}

function größeVon(текст: string): number {
  return текст.length;
}

function doSomething(): void {
  console.log("party");
}
