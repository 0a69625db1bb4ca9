import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  const channel = "a,b";
  await Backendless.Messaging.registerDevice(deviceToken, separable([channel]));
}

/** The channels, if the service's answer will be able to tell their names apart. */
function separable(channels: string[]): string[] {
  const name = channels.find((channel) => /,|::/.test(channel));
  if (name === undefined) return channels;
  throw new Error(`The channel name "${name}" contains "," or "::".`);
}
