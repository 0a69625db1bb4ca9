import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
  await Backendless.Messaging.publish(
    "ads",
    "For you alone",
    undefined,
    new Backendless.DeliveryOptions({ pushSinglecast: ["device-1"] }),
  );
}
