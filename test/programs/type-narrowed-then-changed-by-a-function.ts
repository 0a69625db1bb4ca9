let current: string | null;

export async function main(): Promise<void> {
  current = "ads";
  if (current != null) {
    clear();
    console.log(current == null);
    console.log(`now ${current}`);
  }
}

function clear(): void {
  current = null;
}
