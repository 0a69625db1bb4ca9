declare function __trace(blockId: string): void;
declare function __trace<T>(blockId: string, promise: T): T;

__trace("console_print-1");
console.log("a");
