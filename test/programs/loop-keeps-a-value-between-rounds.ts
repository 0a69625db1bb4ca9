export async function main(): Promise<void> {
  let previous: string | undefined;
  for (let count = 0; count < 3; count++) {
    if (previous === "a") {
      previous = "b";
    } else {
      previous = "a";
    }
    console.log(previous);
  }
}
