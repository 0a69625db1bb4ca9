export async function main(): Promise<void> {
  const day = new Date("2027-01-31T09:05:07");
  console.log(day.getFullYear());
  console.log(day.getMonth() + 1);
  console.log(day.getDate());
  console.log(day.getDay());
  console.log(day.getHours());
  console.log(day.getMinutes());
  console.log(day.getSeconds());
}
