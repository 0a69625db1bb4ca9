import Backendless from "backendless";

export async function main(): Promise<void> {
  await ping(2);
}

async function ping(n: number): Promise<void> {
  if (n <= 0) {
    return;
  }
  await pong(n - 1);
}

async function pong(n: number): Promise<void> {
  await Backendless.Messaging.unregisterDevice();
  await ping(n);
}
