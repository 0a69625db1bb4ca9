const area2 = area(2);
const side = 3;
console.log(area2);
console.log(side);

function area(side2: number): number {
  return side2 * side2;
}
