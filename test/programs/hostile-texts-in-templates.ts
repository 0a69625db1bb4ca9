export async function main(): Promise<void> {
  const x = 1;
  console.log(`\`${x}\${${x}\\${x}<\/script>\u2028\r`);
}
