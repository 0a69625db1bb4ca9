let channel: string;

export async function main(): Promise<void> {
  channel = "ads";
  show();
}

function show(): void {
  console.log(channel);
}
