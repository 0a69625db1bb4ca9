export async function main(): Promise<void> {
  console.log("it's");
  console.log('say "hi"');
  console.log("both ' and \"");
  console.log("back\\slash");
  console.log("tab\tend");
  console.log("`tick`");
}
