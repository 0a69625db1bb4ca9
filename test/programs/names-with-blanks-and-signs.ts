export async function main(): Promise<void> {
  const myList = 1;
  const eMail = 2;
  const its = 3;
  const aB = 4;
  const _100 = 5;
  const _2nd = 6;
  const what = 7;
  const aBC = 8;
  const _ = 9;
  const $ = 10;
  const snake_case = 11;
  const PascalCase = 12;
  const UPPERCASE = 13;
  const endsWith2 = 14;
  console.log([
    myList,
    eMail,
    its,
    aB,
    _100,
    _2nd,
    what,
    aBC,
    _,
    $,
    snake_case,
    PascalCase,
    UPPERCASE,
    endsWith2,
  ]);
}
