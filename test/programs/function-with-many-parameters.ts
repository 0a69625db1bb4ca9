export async function main(): Promise<void> {
  send("ads", "Half price today in all our shops", "Sale", 1, true);
}

function send(
  channel: string,
  message: string,
  title: string,
  badge: number,
  urgent: boolean,
): void {
  console.log([channel, message, title, badge, urgent]);
}
