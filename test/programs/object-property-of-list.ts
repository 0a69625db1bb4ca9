export async function main(): Promise<void> {
  const sale = { channels: ["ads"] };
  sale.channels.push("sports");
  for (const channel of sale.channels) {
    console.log(channel);
  }
}
