export async function main(): Promise<void> {
  let line = "a";
  line += "b";
  line += 3;
  console.log(line);
  let fresh: string | undefined;
  fresh = `${fresh}x`;
  console.log(fresh);
}
