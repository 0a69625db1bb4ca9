export async function main(): Promise<void> {
  1 + 2;
  ("alone");
  console.log("statement");
}
