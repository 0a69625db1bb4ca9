import Backendless from "backendless";

export async function main(
  prompt: (message: string) => string | null | Promise<string | null>,
): Promise<void> {
  Backendless.initApp((await prompt("App ID?")) ?? "", "key");
  Backendless.setupDevice({ uuid: "id", platform: "ANDROID", version: "15" });
}
