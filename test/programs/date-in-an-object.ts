export async function main(): Promise<void> {
  const offer = { ends: new Date("2027-01-31T09:00") };
  console.log(offer.ends.getFullYear());
  if (offer.ends > new Date()) {
    console.log("still on");
  }
}
