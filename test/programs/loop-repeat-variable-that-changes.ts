export async function main(): Promise<void> {
  let times = 3;
  for (let count = 0; count < times; count++) {
    times -= 1;
    console.log(times);
  }
}
