export async function main(): Promise<void> {
  let step: string | undefined;
  try {
    step = "one";
    if (true) {
      throw new Error("no");
    }
    step = "two";
  } catch {
    console.log(step);
  }
  console.log(step);
}
