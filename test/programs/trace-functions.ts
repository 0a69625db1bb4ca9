declare function __trace(blockId: string): void;
declare function __trace<T>(blockId: string, promise: T): T;

export async function main(): Promise<void> {
  __trace("console_print-1");
  console.log(twice(2));
}

function twice(n: number): number {
  __trace("procedures_ifreturn-1");
  if (n < 0) {
    return 0;
  }
  return n * 2;
}
