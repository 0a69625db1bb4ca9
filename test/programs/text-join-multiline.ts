export async function main(): Promise<void> {
  const name = "Ann";
  console.log(`Dear ${name},\nthank you \`very\` much\\ \${now}`);
}
