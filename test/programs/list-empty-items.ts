export async function main(): Promise<void> {
  const seats = [null, "Ann"];
  console.log(seats);
}
