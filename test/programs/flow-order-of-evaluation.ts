let trace: string;

export async function main(): Promise<void> {
  trace = "";
  console.log(step("a") + step("b") * step("c"));
  console.log(trace);
  const list = [0, 0];
  list[step("i") - 1] = step("v");
  console.log(trace);
}

function step(name: string): number {
  trace += name;
  return 1;
}
