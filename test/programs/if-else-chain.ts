export async function main(): Promise<void> {
  const size: number = 3;
  if (size < 1) {
    console.log("none");
  } else if (size === 1) {
    console.log("one");
  } else {
    console.log("many");
  }
}
