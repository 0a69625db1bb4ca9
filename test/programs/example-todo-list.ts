let tasks: { title: string; due: Date; done: boolean }[];

export async function main(): Promise<void> {
  tasks = [];
  addTask("register", 1);
  addTask("publish", 7);
  finish("register");
  for (const task of tasks) {
    console.log(`${task.done ? "[x] " : "[ ] "}${task.title}`);
  }
}

function addTask(title: string, days: number): void {
  tasks.push({ title, due: daysFromNow(days), done: false });
}

function finish(title: string): void {
  for (const task of tasks) {
    if (task.title === title) {
      task.done = true;
      break;
    }
  }
}

/** The time that many days from now. */
function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
}
