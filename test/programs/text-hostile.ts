export async function main(): Promise<void> {
  console.log('<\/script> ${x} `y` \\ "z" \u2028 \u0000 😀');
}
