export async function main(): Promise<void> {
  const queue = ["a", "b"];
  while (queue.length > 0) {
    console.log(queue.shift());
  }
}
