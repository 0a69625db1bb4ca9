export async function main(): Promise<void> {
  console.log(new Date("2027-01-31T09:00:30"));
}
