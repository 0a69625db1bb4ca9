export async function main(): Promise<void> {
  console.log(
    aFunctionWithALongName(aFunctionWithALongName(1, 2, 3), 22222, 33333),
  );
}

function aFunctionWithALongName(
  firstParameter: number,
  secondParameter: number,
  third: number,
): number {
  return firstParameter + secondParameter + third;
}
