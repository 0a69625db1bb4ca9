declare function __trace(blockId: string): void;
declare function __trace<T>(blockId: string, promise: T): T;

export async function main(): Promise<void> {
  __trace('"); alert(1); ("');
  console.log("a");
}
