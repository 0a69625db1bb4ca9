export async function main(): Promise<void> {
  console.log(new Date("2027-01-31T09:00").toISOString());
  console.log(new Date("2027-01-31T09:00").toLocaleDateString());
  console.log(new Date("2027-01-31T09:00").toLocaleTimeString());
  console.log(new Date("2027-01-31T09:00").toLocaleString());
}
