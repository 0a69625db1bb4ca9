const side = 3;
console.log(area(side, 2));

function area(w: number, h: number): number {
  return w * h;
}
