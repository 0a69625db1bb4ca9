export async function main(): Promise<void> {
  // Six.
  console.log(area(2, 3));
}

/**
 * The area of a rectangle.
 * Both sides in metres. *\/
 */
function area(width: number, height: number): number {
  return width * height;
}
