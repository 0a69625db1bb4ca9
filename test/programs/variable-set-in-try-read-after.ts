export async function main(): Promise<void> {
  let result: number;
  try {
    result = 1;
    throw new Error("no");
  } catch {
    result = 2;
  }
  console.log(result);
}
