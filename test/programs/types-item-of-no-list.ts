interface DeviceRegistration {
  /** The registration ID of the device, by channel name. */
  registrationId: Record<string, string>;
}

export async function main(): Promise<void> {
  let a = ([] as unknown[]).pop();
  for (const [b, item] of Object.entries(registrationIds(null))) {
    a = item;
  }
}

/** The registration IDs by channel in a result of Register Device. */
function registrationIds(result: unknown): Record<string, string> {
  const { registrationId } = Object(result) as DeviceRegistration;
  return registrationId;
}
