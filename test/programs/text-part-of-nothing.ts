export async function main(): Promise<void> {
  const e: undefined[] = [];
  let d: undefined;
  e[e.length - 1] = d;
  console.log(e);
}
