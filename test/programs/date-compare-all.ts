export async function main(): Promise<void> {
  const a = new Date("2027-01-31T09:00");
  const b = new Date("2027-02-01T09:00");
  console.log(a < b);
  console.log(a > b);
  console.log(a.getTime() === b.getTime());
  console.log(new Date("2027-01-31T09:00").getTime() === a.getTime());
}
