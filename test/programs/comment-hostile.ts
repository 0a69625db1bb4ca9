export async function main(): Promise<void> {
  // */ alert(1) /*
  // // <\/script>
  //  next
  // \@ts-ignore
  //
  //   indented	tab
  // /** doc */
  console.log("x");
}
