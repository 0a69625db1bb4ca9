export async function main(): Promise<void> {
  let text = "a";
  if (text !== "") {
    console.log("some");
  } else if (Boolean(text)) {
    text += 1;
    console.log(text);
  }
  let number = 1;
  if (number === 0) {
    if (Boolean(number) || text === "b") {
      number += 1;
      console.log(number);
    }
  }
  if (text === "b") {
    console.log(Boolean(text) ? text.length : 0);
  }
}
