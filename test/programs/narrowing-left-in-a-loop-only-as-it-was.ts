export async function main(): Promise<void> {
  let found: string[] | null = null;
  for (let count = 0; count < 3; count++) {
    if ((found as string[] | null) == null) {
      found = ["a"];
      console.log(found.length);
      break;
    } else {
      console.log((found ?? []).length);
    }
  }
}
