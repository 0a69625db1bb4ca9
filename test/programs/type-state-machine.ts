export async function main(): Promise<void> {
  let state = "start";
  while (state !== "done") {
    console.log(state);
    if (state === "start") {
      state = "middle";
    } else if (state === "middle") {
      state = "done";
    }
  }
}
