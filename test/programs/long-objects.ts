export async function main(): Promise<void> {
  const offer = {
    title: "A sale of everything that we have",
    description: "until the end of the month",
    price: 5,
    tags: ["a", "b"],
  };
  console.log(offer);
}
