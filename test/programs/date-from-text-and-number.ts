export async function main(): Promise<void> {
  const when = "2027-01-31T09:00";
  console.log(new Date(when).getFullYear());
  const time = 0;
  console.log(new Date(time).getFullYear());
}
