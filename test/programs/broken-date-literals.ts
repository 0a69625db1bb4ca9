export async function main(): Promise<void> {
  console.log(new Date("2027-02-31T09:00"));
  console.log(new Date("soon"));
}
