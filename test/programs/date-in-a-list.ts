export async function main(): Promise<void> {
  const dates = [new Date("2027-01-31T09:00"), new Date("2027-02-01T09:00")];
  for (const date of dates) {
    console.log(date.getDate());
  }
  console.log(new Date(dates[0] ?? NaN).getDate());
}
