export async function main(): Promise<void> {
  console.log(area(3, 4));
}

function area(width: number, height: number): number {
  return width * height;
}
