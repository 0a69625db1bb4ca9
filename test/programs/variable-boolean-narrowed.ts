export async function main(): Promise<void> {
  let ready = false;
  if (!ready) {
    console.log("not ready");
  }
  ready = true;
  if (ready) {
    console.log("ready");
  }
  console.log(!ready);
}
