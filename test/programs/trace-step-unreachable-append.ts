declare function __frame(name: string): {
  watch(name: string, read: () => unknown): void;
  wait<T>(blockId: string, promise: T): T;
  step(blockId: string): boolean;
  round(blockId: string): boolean;
  readonly held: Promise<void>;
};

export async function main(): Promise<void> {
  const frame = __frame("");
  frame.step("b52") && (await frame.held);
  throw new Error("");
  frame.step("b54") && (await frame.held);
  let c: string | undefined;
  frame.watch("c", () => c);
  c = `${c}`;
}
