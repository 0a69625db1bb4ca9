export async function main(): Promise<void> {
  let times: string | number = "1";
  for (let count = 0; count < Number(times); count++) {
    console.log("round");
    times = 3;
  }
  const step = 1 > Number(times) ? -1 : 1;
  for (
    let i = 1;
    step >= 0 ? i <= Number(times) : i >= Number(times);
    i += step
  ) {
    console.log(i);
    times = 2;
  }
}
