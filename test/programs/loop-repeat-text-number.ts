export async function main(): Promise<void> {
  const times = "3";
  for (let count = 0; count < Number(times); count++) {
    console.log("again");
  }
}
