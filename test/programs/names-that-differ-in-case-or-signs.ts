export async function main(): Promise<void> {
  const myList = 1;
  const myList2 = 2;
  const myList3 = 3;
  const MyList = 4;
  const mylist = 5;
  const myList4 = 6;
  const myList5 = 7;
  console.log([myList, myList2, myList3, MyList, mylist, myList4, myList5]);
}
