export async function main(): Promise<void> {
  const day = new Date("2027-01-31T09:00");
  console.log(day.getFullYear());
  console.log(day.getMonth() + 1);
  console.log(day.getDate());
}
