export async function main(): Promise<void> {
  let aVariableWithAVeryLongNameThatIsSet = 0;
  aVariableWithAVeryLongNameThatIsSet += 1000000 * 1000000;
  const anotherVariableWithALongName =
    aVariableWithAVeryLongNameThatIsSet + aVariableWithAVeryLongNameThatIsSet;
  console.log(anotherVariableWithALongName);
}
