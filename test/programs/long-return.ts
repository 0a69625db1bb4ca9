export async function main(): Promise<void> {
  console.log(isWithinTheLimits(1500000));
}

function isWithinTheLimits(valueOfSomething: number): boolean {
  return valueOfSomething >= 1000000 && valueOfSomething <= 2000000;
}
