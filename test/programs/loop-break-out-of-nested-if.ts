export async function main(): Promise<void> {
  while (true) {
    if (true) {
      if (true) {
        break;
      }
    }
  }
  console.log("out");
}
