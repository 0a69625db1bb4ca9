export async function main(): Promise<void> {
  console.log(f());
}

function f(): string {
  for (let count = 0; count < 2; count++) {
    try {
      if (true) {
        return "from try";
      }
    } catch {
    } finally {
      console.log("finally");
    }
  }
  return "end";
}
