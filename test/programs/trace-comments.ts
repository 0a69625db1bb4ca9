declare function __trace(blockId: string): void;
declare function __trace<T>(blockId: string, promise: T): T;

export async function main(): Promise<void> {
  __trace("console_print-1");
  // first
  console.log("a");
  __trace("variables_set-1");
  // second
  const a = 1;
  __trace("console_print-2");
  console.log(a);
}
