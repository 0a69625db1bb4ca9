export async function main(): Promise<void> {
  let angle = 30;
  angle += 15;
  console.log(Math.sin((angle / 180) * Math.PI));
  console.log(Math.cos((angle / 180) * Math.PI));
  console.log(Math.tan((angle / 180) * Math.PI));
  let ratio = 0.5;
  ratio += 0.25;
  console.log((Math.asin(ratio) / Math.PI) * 180);
  console.log((Math.acos(ratio) / Math.PI) * 180);
  console.log((Math.atan(ratio) / Math.PI) * 180);
  console.log((Math.atan2(4, 3) / Math.PI) * 180);
}
