export async function main(): Promise<void> {
  let n = 0;
  n += 1;
  let t = "";
  t += "x";
  const nothing = null;
  const names = ["a"];
  const o = { a: 1 };
  if (n) {
    console.log("n");
  } else {
    console.log("no");
  }
  if (t) {
    console.log("t");
  } else {
    console.log("no");
  }
  if (nothing) {
    console.log("nothing");
  } else {
    console.log("no");
  }
  if (Boolean(names)) {
    console.log("names");
  } else {
    console.log("no");
  }
  if (Boolean(o)) {
    console.log("o");
  } else {
    console.log("no");
  }
  let unset: undefined;
  if (unset) {
    console.log("unset");
  } else {
    console.log("no");
  }
  if (names[0]) {
    console.log("item");
  }
}
