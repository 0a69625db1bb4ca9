export async function main(): Promise<void> {
  const a = new Date("2027-01-31T09:00");
  const b = new Date("2027-01-31T09:00");
  console.log(a === b);
  console.log(a < b);
  console.log(Number(b) - Number(a));
}
