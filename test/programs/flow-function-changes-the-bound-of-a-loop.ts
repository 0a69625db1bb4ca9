let last: number;
let times: number;

export async function main(): Promise<void> {
  last = 5;
  const step = 1 > last ? -1 : 1;
  for (let i = 1; step >= 0 ? i <= last : i >= last; i += step) {
    shrink();
    console.log(i);
  }
  times = 3;
  for (let count = 0; count < times; count++) {
    cut();
    console.log(times);
  }
}

function shrink(): void {
  last -= 1;
}

function cut(): void {
  times -= 1;
}
