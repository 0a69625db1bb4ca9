declare function __trace(blockId: string): void;
declare function __trace<T>(blockId: string, promise: T): T;

export async function main(): Promise<void> {
  __trace("variables_set-1");
  let n = 1;
  __trace("controls_repeat_ext-1");
  for (let count = 0; count < 2; count++) {
    __trace("math_change-1");
    n += 1;
    __trace("console_print-1");
    console.log(n);
  }
  __trace("controls_if-1");
  if (n === 3) {
    __trace("console_print-2");
    console.log("three");
  }
}
