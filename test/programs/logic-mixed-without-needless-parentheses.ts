export async function main(): Promise<void> {
  let a = true;
  let b = false;
  let c = true;
  a = !a;
  b = !b;
  c = !c;
  console.log(a && b && c);
  console.log(a && b && c);
  console.log((a && b) || c);
  console.log((a || b) && c);
  console.log(!(a && b));
  console.log(!!a);
}
