export async function main(): Promise<void> {
  try {
    throw new Error("no");
  } catch (error) {
    console.error(error);
    console.log(`Failed: ${error}`);
  }
}
