/** Helpers of the device, registration, push and error blocks. */

export const pushHelpers = {
  registerDevice: `/** Registers the device and maps each channel to its registration ID. */
async function registerDevice(
  deviceToken: string,
  channels?: string[],
  expiration?: Date,
): Promise<DeviceRegistration> {
  const { registrationId } = (await Backendless.Messaging.registerDevice(
    deviceToken,
    channels,
    expiration,
  )) as { registrationId: string };
  const entries = registrationId.split(",").map((entry): [string, string] => {
    const [id = "", channel = ""] = entry.split("::");
    return [channel, id];
  });
  return { registrationId: Object.fromEntries(entries) };
}`,

  separable: `/** The channels, if the service's answer will be able to tell their names apart. */
function separable(channels: string[]): string[] {
  const name = channels.find((channel) => /,|::/.test(channel));
  if (name === undefined) return channels;
  throw new Error(\`The channel name "\${name}" contains "," or "::".\`);
}`,

  getRegistration: `/** What Backendless knows of this device. */
async function getRegistration(): Promise<DeviceInfo> {
  const devices = await Backendless.Messaging.getRegistrations();
  const [device] = devices as DeviceInfo[];
  if (!device) throw new Error("This device is not registered.");
  return device;
}`,

  registrationIds: `/** The registration IDs by channel in a result of Register Device. */
function registrationIds(result: unknown): Record<string, string> {
  const { registrationId } = Object(result) as DeviceRegistration;
  return registrationId;
}`,

  errorCode: `/** The code of an error, if it has one. */
function errorCode(error: unknown): number | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === "number" ? code : undefined;
}`,

  errorMessage: `/** The message of an error, whatever was thrown. */
function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}`,
};
