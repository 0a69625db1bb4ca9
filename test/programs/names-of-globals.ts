export async function main(): Promise<void> {
  const console2 = 1;
  const Math2 = 2;
  const Object2 = 3;
  const String2 = 4;
  const Number2 = 5;
  const Array2 = 6;
  const Date2 = 7;
  const Error2 = 8;
  const Promise2 = 9;
  const Backendless2 = 10;
  const window2 = 11;
  const globalThis2 = 12;
  const process2 = 13;
  const alert = 14;
  const name = 15;
  const length = 16;
  const fetch = 17;
  console.log([
    console2,
    Math2,
    Object2,
    String2,
    Number2,
    Array2,
    Date2,
    Error2,
    Promise2,
    Backendless2,
    window2,
    globalThis2,
    process2,
    alert,
    name,
    length,
    fetch,
  ]);
}
