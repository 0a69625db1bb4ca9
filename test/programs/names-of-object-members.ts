export async function main(): Promise<void> {
  const constructor = 1;
  const __proto__ = 2;
  const hasOwnProperty = 3;
  const toString = 4;
  const prototype = 5;
  console.log([constructor, __proto__, hasOwnProperty, toString, prototype]);
}
