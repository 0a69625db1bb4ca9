let first: string | undefined;

first = ["ads"][0];
show();

function show(): void {
  console.log(first);
}
