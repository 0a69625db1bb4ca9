export async function main(): Promise<void> {
  const channels = [
    "advertisements",
    "discounts",
    "announcements",
    "sports",
    "weather",
    "traffic",
  ];
  const numbers = [
    0, 37, 74, 111, 148, 185, 222, 259, 296, 333, 370, 407, 444, 481, 518, 555,
    592, 629, 666, 703, 740, 777, 814, 851, 888, 925, 962, 999, 1036, 1073,
  ];
  console.log(channels);
  console.log(sum(numbers));
}

/** The sum of the numbers in a list. */
function sum(list: number[]): number {
  return list.reduce((total, value) => total + value, 0);
}
