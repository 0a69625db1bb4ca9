export async function main(): Promise<void> {
  const 名前の長い変数 =
    "とても長い日本語の文字列で、八十文字の幅を超えるはずのもの";
  console.log(`名前は${名前の長い変数}です。`);
}
