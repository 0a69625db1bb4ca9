export async function main(): Promise<void> {
  let n = 0;
  let answer: string;
  let rest: number | undefined;
  while (true) {
    n += 1;
    if (n === 3) {
      answer = "three";
      break;
    }
    if (n > 5) {
      answer = "more";
      rest = n;
      break;
    }
  }
  console.log(answer);
  console.log(rest);
}
