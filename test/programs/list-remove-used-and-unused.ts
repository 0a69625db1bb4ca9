export async function main(): Promise<void> {
  const stack = [1, 2, 3];
  const top = stack.pop();
  stack.pop();
  console.log(top);
  console.log(stack);
}
