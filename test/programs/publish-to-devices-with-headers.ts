import Backendless from "backendless";

export async function main(): Promise<void> {
  await Backendless.Messaging.publish(
    "ads",
    "For you",
    new Backendless.PublishOptions({ headers: { "ios-badge": "1" } }),
    new Backendless.DeliveryOptions({ pushSinglecast: ["device-1"] }),
  );
}
