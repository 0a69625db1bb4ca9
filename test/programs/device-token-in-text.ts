export async function main(deviceToken: string): Promise<void> {
  console.log(`My token is ${deviceToken}`);
}
