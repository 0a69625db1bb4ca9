export async function main(): Promise<void> {
  f();
}

/**
 * *\/ evil(); /**
 * \@ts-nocheck
 * @param {any} x
 *
 * line
 */
function f(): void {
  console.log("x");
}
