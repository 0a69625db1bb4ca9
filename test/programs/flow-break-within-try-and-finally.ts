export async function main(): Promise<void> {
  for (let count = 0; count < 3; count++) {
    try {
      console.log("try");
      break;
    } catch {
      console.log("never");
    } finally {
      console.log("finally");
    }
  }
  console.log("after");
}
