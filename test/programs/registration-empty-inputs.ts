interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

export async function main(): Promise<void> {
  console.log(registrationIds(null)[""]);
  console.log(Object.keys(registrationIds(null)));
  for (const [channel] of Object.entries(registrationIds(null))) {
    console.log(channel);
  }
}

/** The registration IDs by channel in a result of Register Device. */
function registrationIds(result: unknown): Record<string, string> {
  const { registrationId } = Object(result) as DeviceRegistration;
  return registrationId;
}
