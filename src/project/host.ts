/** `src/main.ts` of a project: gives the program what it needs and starts it. */
import type { Entry } from '../../generators/typescript/compilation.ts';
import type { Needs } from './needs.ts';

/** The source, for a program with this entry and these needs; laid out as Prettier would. */
export function hostFile({ name, parameters }: Entry, needs: Needs): string {
  const isScript = name === '';
  const values = { deviceToken: 'required("DEVICE_TOKEN")', prompt: 'prompt' };
  const given = parameters.map((parameter) => [parameter, values[parameter]] as const);
  const reads = needs.app || needs.device || needs.deviceToken;
  const start = isScript
    ? ['await import("./program.js");']
    : [`await program.${name}(${given.map(([, value]) => value).join(', ')});`];
  const globals = given.map(([parameter, value]) => (parameter === value ? value : `${parameter}: ${value}`));

  const parts = [
    [
      '// Starts the program in program.ts with what it needs from the environment.',
      'import { existsSync } from "node:fs";',
      ...(needs.prompt ? ['import { createInterface } from "node:readline";'] : []),
      ...(needs.backendless ? ['import Backendless from "backendless";'] : []),
      ...(isScript ? [] : ['import * as program from "./program.js";']),
    ],
    ['if (existsSync(".env")) process.loadEnvFile(".env");'],
    needs.prompt && [
      'const terminal = createInterface({ input: process.stdin });',
      'const answers = terminal[Symbol.asyncIterator]();',
    ],
    needs.backendless && [
      'const serverURL = process.env["BACKENDLESS_SERVER_URL"];',
      'if (serverURL) Backendless.serverURL = serverURL;',
      ...(needs.app
        ? ['Backendless.initApp(', '  required("BACKENDLESS_APP_ID"),', '  required("BACKENDLESS_API_KEY"),', ');']
        : []),
      ...(needs.device
        ? [
            'Backendless.setupDevice({',
            '  uuid: required("DEVICE_ID"),',
            '  platform: required("DEVICE_PLATFORM"),',
            '  version: required("DEVICE_VERSION"),',
            '});',
          ]
        : []),
    ],
    isScript &&
      globals.length > 0 && [
        '// What the program finds in global variables.',
        `Object.assign(globalThis, { ${globals.join(', ')} });`,
      ],
    [
      'try {',
      ...start.map((line) => `  ${line}`),
      '} catch (error) {',
      '  console.error(describe(error));',
      '  process.exitCode = 1;',
      ...(needs.prompt ? ['} finally {', '  terminal.close();'] : []),
      '}',
    ],
    reads && [
      '/** The value of an environment variable; without one, the process ends. */',
      'function required(name: string): string {',
      '  const value = process.env[name];',
      '  if (value) return value;',
      '  console.error(`${name} is not set. README.md says what it is.`);',
      '  process.exit(2);',
      '}',
    ],
    needs.prompt && [
      '/** Asks on the terminal; null when its input has ended. */',
      'async function prompt(message: string): Promise<string | null> {',
      '  process.stdout.write(`${message} `);',
      '  const answer = await answers.next();',
      '  return answer.done ? null : answer.value;',
      '}',
    ],
    [
      "/** What went wrong, with Backendless' code for it where there is one. */",
      'function describe(error: unknown): string {',
      '  if (typeof error !== "object" || error === null) return String(error);',
      '  const message = "message" in error ? String(error.message) : String(error);',
      '  return "code" in error ? `${String(error.code)}: ${message}` : message;',
      '}',
    ],
  ];
  return `${parts
    .filter((part) => part !== false)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
