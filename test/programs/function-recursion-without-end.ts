export async function main(): Promise<void> {
  if (false) {
    console.log(again());
  }
}

function again(): unknown {
  return again();
}
