export async function main(): Promise<void> {
  let nothing: undefined;
  console.log(nothing);
}
