declare const deviceToken: string;
declare const prompt: (
  message: string,
) => string | null | Promise<string | null>;

const name = await prompt("Name?");
console.log(`${name}${deviceToken}`);
