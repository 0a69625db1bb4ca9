export async function main(): Promise<void> {}

function f1(): { aaa: number; address: number; a: number } | null {
  return ({ address: 1, b: 1, ["__proto__"]: 1 } as Record<string, number>).a
    ? { aaa: 1, address: 1, a: 1 }
    : null;
}
