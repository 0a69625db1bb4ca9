let report: string;

export async function main(): Promise<void> {
  report = "";
  log("a");
  log(1);
  console.log(report);
}

function log(line: string | number): void {
  report += line;
}
