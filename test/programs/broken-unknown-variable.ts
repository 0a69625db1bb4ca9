export async function main(): Promise<void> {
  let unknown: number | undefined;
  console.log(unknown);
  unknown = 1;
}
