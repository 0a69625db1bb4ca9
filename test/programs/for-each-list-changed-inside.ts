export async function main(): Promise<void> {
  const queue = [1, 2];
  for (const index in queue) {
    const n = queue[Number(index)];
    if (Number(n) < 4) {
      queue.push(Number(n) + 2);
    }
    console.log(n);
  }
  console.log(queue);
}
