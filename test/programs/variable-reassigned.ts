export async function main(): Promise<void> {
  let state = "new";
  console.log(state);
  state = "registered";
  console.log(state);
}
