export async function main(): Promise<void> {
  const day = new Date("2027-01-31T09:05:07");
  console.log((day.getMonth() + 1) * 2);
  console.log(day.getTime() / 1000);
  console.log(`Month ${day.getMonth() + 1}`);
}
