export async function main(): Promise<void> {
  let found: string | null = null;
  if (found == null) {
    console.log("nothing yet");
  }
  found = "ads";
  if (found != null) {
    console.log(found);
  }
}
