export async function main(): Promise<void> {
  let line = "";
  for (let i = 1; i <= 5; i++) {
    line += "*";
    console.log(line);
  }
}
