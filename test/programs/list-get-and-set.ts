export async function main(): Promise<void> {
  const channels = ["ads", "discount"];
  channels[1] = "sports";
  console.log(channels[0]);
  console.log(channels.length);
  console.log(channels);
}
