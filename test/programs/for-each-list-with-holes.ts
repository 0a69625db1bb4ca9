export async function main(): Promise<void> {
  const seats = ["Ann"];
  seats[3] = "Bob";
  for (const index in seats) {
    const seat = seats[Number(index)];
    console.log(seat);
  }
  console.log(seats.length);
}
