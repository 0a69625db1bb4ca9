export async function main(): Promise<void> {
  const flags = [true, false];
  for (const flag of flags) {
    if (flag) {
      console.log("on");
    } else {
      console.log("off");
    }
  }
}
