export async function main(): Promise<void> {
  let nest: unknown[] | undefined;
  nest = [1 < 2, nest];
}
