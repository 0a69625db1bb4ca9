export async function main(): Promise<void> {
  let n = 3;
  n += 1;
  let text: string;
  if (n > 3) {
    text = "big";
  } else if (n === 3) {
    text = "three";
  } else {
    text = "small";
  }
  console.log(text);
}
