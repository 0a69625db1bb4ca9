import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  await Backendless.Messaging.registerDevice(deviceToken, ["ads"]);
  await Backendless.Messaging.publish(
    "ads",
    "Half price today",
    new Backendless.PublishOptions({
      headers: { "android-ticker-text": "Sale", "ios-badge": "1" },
    }),
  );
}
