export async function main(): Promise<void> {
  let answer: number;
  while (true) {
    answer = 42;
    break;
  }
  console.log(answer);
}
