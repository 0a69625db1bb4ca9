export async function main(): Promise<void> {
  let line = "a";
  while (line.length < 4) {
    line = `${line}${line}`;
  }
  console.log(line);
}
