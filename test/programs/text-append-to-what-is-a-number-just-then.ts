export async function main(): Promise<void> {
  let number: string | number = 1;
  number = number + String(([] as unknown[]).pop());
  console.log(number);
}
