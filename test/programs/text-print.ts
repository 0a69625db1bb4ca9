export async function main(): Promise<void> {
  console.log("shown");
  console.log(1);
  console.log([1]);
  console.log("");
  console.log("kept");
}
