export async function main(): Promise<void> {
  const size: number = 3;
  // Says how many.
  // below one
  if (size < 1) {
    console.log("none");
  } else if (size === 1) {
    // exactly one
    console.log("one");
  } else if (size < 10) {
    // nothing is said of these
    // they are few
  } else if (size < 100) {
    console.log("many");
  } else {
    console.log("too many");
  }
}
