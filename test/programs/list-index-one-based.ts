export async function main(): Promise<void> {
  const channels = ["ads", "discount"];
  console.log(channels.indexOf("discount") + 1);
  console.log(channels.indexOf("none") + 1);
}
