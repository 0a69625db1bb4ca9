export async function main(): Promise<void> {
  let x: number | undefined;
  try {
    throw new Error("early");
  } catch {
  } finally {
    console.log(x);
  }
  try {
    x = 1;
  } catch {
  } finally {
    console.log(x);
  }
  console.log(x);
}
