export async function main(): Promise<void> {
  let value: string | number = 1;
  for (let count = 0; count < 3; count++) {
    console.log(Number(value) * 2);
    value = `${value}0`;
  }
}
