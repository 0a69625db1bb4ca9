export async function main(): Promise<void> {
  const name =
    "  some long text to be worked on in several steps, one after the other  ";
  console.log(name.replaceAll("long", "short").trim().toUpperCase());
}
