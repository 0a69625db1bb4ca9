export async function main(): Promise<void> {
  let best: { name: string } | undefined;
  console.log(best?.name);
  best = { name: "Ann" };
  console.log(best.name);
  let second: { name: string } | null | undefined = null;
  console.log((second as { name: string } | null | undefined)?.name);
  second = best;
  console.log(second.name);
}
