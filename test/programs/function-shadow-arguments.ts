export async function main(): Promise<void> {
  repeatText("hi", 2);
}

function repeatText(text: string, times: number): void {
  for (let count = 0; count < times; count++) {
    console.log(text);
  }
}
