export async function main(): Promise<void> {
  const map: Record<string, number> = { ["__proto__"]: 1 };
  console.log(map);
  console.log(Object.keys(map));
}
