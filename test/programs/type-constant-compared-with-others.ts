export async function main(): Promise<void> {
  const size: string = "big";
  if (size === "small") {
    console.log(1);
  } else if (size === "big") {
    console.log(2);
  } else if (size === "huge") {
    console.log(3);
  }
}
