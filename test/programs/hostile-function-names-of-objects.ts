export async function main(): Promise<void> {
  constructor();
  __proto__();
  toString();
}

function constructor(): void {
  console.log("c");
}

function __proto__(): void {
  console.log("p");
}

function toString(): void {
  console.log("t");
}
