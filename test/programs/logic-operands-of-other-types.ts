export async function main(): Promise<void> {
  let name = "";
  name = `${name}`;
  const stranger = "you";
  const greeting = name || stranger;
  console.log(greeting);
  if (name) {
    console.log("named");
  } else {
    console.log("nameless");
  }
}
