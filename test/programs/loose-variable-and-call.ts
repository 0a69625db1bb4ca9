export async function main(): Promise<void> {
  let a: undefined;
  a;
  " x ".trim();
}
