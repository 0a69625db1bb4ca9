import Backendless from "backendless";

export async function main(): Promise<void> {
  const price = 5;
  await Backendless.Messaging.publish("ads-eu", `Only ${price} today`);
}
