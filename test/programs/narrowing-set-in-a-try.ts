import Backendless from "backendless";

export async function main(): Promise<void> {
  let size: string | number = 1;
  try {
    size = "12";
    await Backendless.Messaging.unregisterDevice();
    size = 2;
  } catch {
    console.log(Number(size) * 2);
  }
}
