export async function main(): Promise<void> {
  let open = true;
  while (open) {
    open = false;
    if (open) {
      console.log("open");
    } else {
      console.log("closed");
    }
  }
  console.log(open);
}
