export async function main(): Promise<void> {
  console.log(grade(95));
  console.log(grade(75));
  console.log(grade(10));
}

function grade(points: number): string {
  if (points >= 50) {
    if (points >= 90) {
      if (true) {
        return "A";
      }
    }
    if (points >= 70) {
      return "B";
    }
  }
  return "C";
}
