let box: string | null;

export async function main(): Promise<void> {
  write();
  read();
  console.log(box);
}

function write(): void {
  box = "letter";
}

function read(): void {
  console.log(box);
  box = null;
}
