declare function __trace(blockId: string): void;
declare function __trace<T>(blockId: string, promise: T): T;

export async function main(): Promise<void> {
  __trace("controls_for-1");
  for (let i = 1; i <= 2; i++) {
    __trace("controls_if-1");
    if (i === 1) {
      __trace("controls_flow_statements-1");
      continue;
    }
    __trace("controls_flow_statements-2");
    break;
  }
  __trace("controls_forEach-1");
  for (const x of [1]) {
  }
  __trace("controls_whileUntil-1");
  while (false) {}
}
