export async function main(): Promise<void> {
  // the price of all
  // one piece
  const total = 1 + 2;
  // more than two?
  if (total > 2) {
    console.log("many");
  }
}
