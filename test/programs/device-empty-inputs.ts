import Backendless from "backendless";

export async function main(): Promise<void> {
  Backendless.initApp("", "");
  Backendless.setupDevice({ uuid: "", platform: "ANDROID", version: "" });
}
