export async function main(): Promise<void> {
  const scores = [10, 9, 100];
  console.log(scores.slice().sort((a, b) => a - b));
  console.log(scores.slice().sort((a, b) => b - a));
  console.log(scores);
}
