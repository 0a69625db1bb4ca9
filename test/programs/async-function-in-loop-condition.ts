import Backendless from "backendless";

let tries: number;

export async function main(): Promise<void> {
  tries = 3;
  while (await triesLeft()) {
    console.log(tries);
  }
}

async function triesLeft(): Promise<boolean> {
  tries -= 1;
  await Backendless.Messaging.unregisterDevice();
  return tries > 0;
}
