export async function main(): Promise<void> {
  console.log(
    "a long text that does not fit into eighty columns because it goes on and on and on until it is over",
  );
  const message =
    "another long text that does not fit into eighty columns because it goes on and on";
  console.log(message);
}
