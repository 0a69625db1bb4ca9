export async function main(): Promise<void> {
  console.log(nothing());
  console.log(Boolean(true ? 2 : 3) && (true ? "yes" : "no"));
}

function nothing(): boolean | null {
  return Boolean(null) || null;
}
