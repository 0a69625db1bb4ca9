let done: boolean;

export async function main(): Promise<void> {
  done = false;
  finish();
  if (Boolean(done) === true) {
    console.log("finished");
  }
  if (done) {
    console.log(!done);
  }
}

function finish(): void {
  done = true;
}
