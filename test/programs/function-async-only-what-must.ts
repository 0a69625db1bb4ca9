import Backendless from "backendless";

export async function main(): Promise<void> {
  console.log(label(1));
  await leaveTwice();
}

function label(n: number): string {
  return `n${n}`;
}

async function leave(): Promise<void> {
  await Backendless.Messaging.unregisterDevice();
}

async function leaveTwice(): Promise<void> {
  await leave();
  await leave();
}
