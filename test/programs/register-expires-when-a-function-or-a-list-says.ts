import Backendless from "backendless";

export async function main(deviceToken: string): Promise<void> {
  const dates = [new Date("2031-05-01T18:00")];
  await Backendless.Messaging.registerDevice(deviceToken, ["a"], dates.at(-1));
  await Backendless.Messaging.registerDevice(
    deviceToken,
    ["a"],
    after(0, new Date("2031-05-01T18:00")),
  );
  await Backendless.Messaging.registerDevice(
    deviceToken,
    ["a"],
    day("2020-01-01"),
  );
}

function after(days: number, date: Date): Date {
  return addDays(date, days);
}

function day(text: string): Date {
  if (text.length === 0) {
    console.log("today");
  }
  return new Date();
}

/** The time that many days after a date. */
function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 24 * 60 * 60 * 1000);
}
