export async function main(): Promise<void> {
  const channels = ["ads"];
  if (Boolean(channels)) {
    console.log("a list is always true");
  }
}
