export async function main(): Promise<void> {
  const number = 1;
  const string = 2;
  const type = 3;
  const object = 4;
  const from = 5;
  const of = 6;
  const get = 7;
  const set = 8;
  const any = 9;
  const as = 10;
  const is = 11;
  const readonly = 12;
  const declare = 13;
  const symbol = 14;
  const unknown = 15;
  const never = 16;
  const abstract = 17;
  console.log([
    number,
    string,
    type,
    object,
    from,
    of,
    get,
    set,
    any,
    as,
    is,
    readonly,
    declare,
    symbol,
    unknown,
    never,
    abstract,
  ]);
}
