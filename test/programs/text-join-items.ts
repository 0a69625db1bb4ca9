export async function main(): Promise<void> {
  const n = 3;
  console.log("");
  console.log(String(n));
  console.log(`a${n}`);
  console.log(`${n}${n}b`);
  console.log("only");
  console.log(`${n + 1} of ${n}`);
}
