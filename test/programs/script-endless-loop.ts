let n = 0;
while (true) {
  n += 1;
  if (n > 2) {
    break;
  }
}
console.log(n);
