export async function main(): Promise<void> {
  let list: (string | number | boolean)[];
  if (true) {
    list = [1];
  } else {
    list = ["one"];
  }
  console.log(list);
  list.push(true);
}
