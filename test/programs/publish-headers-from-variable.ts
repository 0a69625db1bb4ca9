import Backendless from "backendless";

export async function main(): Promise<void> {
  const headers: { "android-ticker-text": string; "ios-badge"?: string } = {
    "android-ticker-text": "Sale",
  };
  headers["ios-badge"] = "1";
  await Backendless.Messaging.publish(
    "ads",
    "Half price",
    new Backendless.PublishOptions({ headers }),
  );
}
