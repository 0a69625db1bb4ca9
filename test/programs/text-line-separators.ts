export async function main(): Promise<void> {
  console.log("a\u2028b\u2029c");
  console.log("line\nbreak\r\nand return");
  console.log("\u0000\u0007\u001b[31mred\u007f");
}
