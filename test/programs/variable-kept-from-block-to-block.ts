export async function main(): Promise<void> {
  let a: number;
  if (randomInteger(1, 2) === 1) {
    a = 1;
  } else {
    a = 2;
  }
  if (randomInteger(1, 2) === 1) {
    console.log(a);
  }
  let last: number | undefined;
  for (let count2 = 0; count2 < 2; count2++) {
    last = 1;
  }
  for (let count2 = 0; count2 < 2; count2++) {
    console.log(last);
  }
  let count = 0;
  for (let count2 = 0; count2 < 2; count2++) {
    count += 1;
    console.log(count);
  }
  for (let count2 = 0; count2 < 2; count2++) {
    count = 5;
    console.log(count);
  }
  let b: number | undefined;
  if (randomInteger(1, 2) === 1) {
    b = 1;
    console.log(b);
  } else if (b === 1) {
    b = 2;
    console.log(b);
  }
  if (randomInteger(1, 2) === 1) {
    const c: string | number = 1;
    console.log(c);
  } else {
    const c: string | number = "text";
    console.log(c);
  }
  if (randomInteger(1, 2) === 1) {
    const d: number = 1;
    console.log(d === 1);
  } else {
    let d = 2;
    d += 1;
    console.log(d === 3);
  }
}

/** A whole number between the two, both included, by chance. */
function randomInteger(a: number, b: number): number {
  const low = Math.min(a, b);
  return Math.floor(Math.random() * (Math.max(a, b) - low + 1) + low);
}
