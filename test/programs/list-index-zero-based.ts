export async function main(): Promise<void> {
  const channels = ["ads", "discount"];
  console.log(channels[1]);
  console.log(channels.indexOf("discount"));
}
