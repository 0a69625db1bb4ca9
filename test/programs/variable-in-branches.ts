export async function main(): Promise<void> {
  let greeting: string;
  if (true) {
    greeting = "hello";
  } else {
    greeting = "bye";
  }
  console.log(greeting);
}
