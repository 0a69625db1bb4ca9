export async function main(): Promise<void> {
  console.log(nothing());
}

function nothing(): undefined {
  console.log("called");
}
