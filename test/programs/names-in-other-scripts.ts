export async function main(): Promise<void> {
  const Größe = 1;
  const 名前 = 2;
  const переменная = 3;
  const عدد = 4;
  const číslo = 5;
  const ñandú = 6;
  const ΔT = 7;
  const लंबाई = 8;
  console.log([Größe, 名前, переменная, عدد, číslo, ñandú, ΔT, लंबाई]);
}
