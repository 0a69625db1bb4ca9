let done: boolean;

export async function main(): Promise<void> {
  done = false;
  finish();
  if (done) {
    console.log("finished");
  }
  if (done) {
    console.log(!done);
  }
}

function finish(): void {
  done = true;
}
