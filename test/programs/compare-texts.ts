export async function main(): Promise<void> {
  const first: string = "ads";
  const second: string = "Discount";
  console.log(first === second);
  console.log(first !== second);
  console.log(first < second);
  console.log(first <= second);
  console.log(first > second);
  console.log(first >= second);
}
