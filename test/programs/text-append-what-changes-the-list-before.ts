let all: string[];

export async function main(): Promise<void> {
  all = ["one"];
  let told: string | string[] = all;
  told = told + fill();
  console.log(told);
}

function fill(): string {
  all.push("two");
  return ".";
}
