let state: string | null;

export async function main(): Promise<void> {
  state = "open";
  reset();
  console.log(state);
  if (state == null) {
    console.log("closed");
  }
}

function reset(): void {
  state = null;
}
