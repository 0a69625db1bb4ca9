export async function main(): Promise<void> {
  const let2 = 1;
  const await2 = 2;
  const yield2 = 3;
  const enum2 = 4;
  const static2 = 5;
  const undefined2 = 6;
  const NaN2 = 7;
  const Infinity2 = 8;
  const arguments2 = 9;
  const eval2 = 10;
  const this2 = 11;
  const null2 = 12;
  const true2 = 13;
  const async2 = 14;
  const of = 15;
  const type = 16;
  const any = 17;
  const string = 18;
  const get = 19;
  console.log([
    let2,
    await2,
    yield2,
    enum2,
    static2,
    undefined2,
    NaN2,
    Infinity2,
    arguments2,
    eval2,
    this2,
    null2,
    true2,
    async2,
    of,
    type,
    any,
    string,
    get,
  ]);
}
