let main = 1;
for (let i = 1; i <= 2; i++) {
  main += i;
}
console.log(main);
