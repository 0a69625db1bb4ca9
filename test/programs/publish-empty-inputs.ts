import Backendless from "backendless";

export async function main(): Promise<void> {
  await Backendless.Messaging.publish("", "");
  await Backendless.Messaging.publish(
    "",
    "",
    undefined,
    new Backendless.DeliveryOptions({ pushSinglecast: [] }),
  );
}
