export async function main(): Promise<void> {
  const times = "3";
  const times2 = Number(times);
  for (let count = 0; count < times2; count++) {
    console.log("again");
  }
}
