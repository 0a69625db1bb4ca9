let channel: string;

export async function main(): Promise<void> {
  setUp();
  console.log(channel);
}

function setUp(): void {
  channel = "ads";
}
