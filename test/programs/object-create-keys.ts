export async function main(): Promise<void> {
  console.log({
    title: "Sale",
    "ios-badge": 1,
    "2nd": 2,
    "with blank": true,
    constructor: null,
    'it\'s "x"': "y",
  });
}
