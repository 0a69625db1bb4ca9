export async function main(): Promise<void> {
  let seen = 0;
  for (const channel of ["a", "stop", "b"]) {
    if (channel === "stop") {
      break;
    }
    seen += 1;
  }
  console.log(seen);
}
