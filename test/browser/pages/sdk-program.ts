/** The program in the sandbox that makes the calls of a test: it asks for a command, carries it out, and answers. */

/** A command for the program, as JSON. Arguments are encoded, since JSON has no dates and no `undefined`. */
export type Command =
  | { do: 'create'; config: { appId: string; apiKey: string } | { domain: true } }
  | { do: 'call'; sdk: number; method: string; args: Encoded[] };

/** A value in which nothing is lost on the way through JSON. */
export type Encoded =
  | ['value', string | number | boolean | null]
  | ['undefined']
  /** Milliseconds since 1970; null for an invalid date. */
  | ['date', number | null]
  | ['list', Encoded[]]
  | ['object', [string, Encoded][]];

/** The text of the program. Its questions are its answers to the commands before. */
export const ask = `import Backendless from "backendless";

const { serverURL } = Backendless;
const sdks = [];

export async function main(prompt) {
  let answer = "";
  for (;;) {
    const command = JSON.parse(await prompt(answer));
    answer = JSON.stringify(await carryOut(command));
  }
}

async function carryOut(command) {
  if (command.do === "create") {
    const root = command.config.domain ? { domain: serverURL } : { ...command.config, serverURL };
    sdks.push(Backendless.initApp({ ...root, standalone: true, XMLHttpRequest }));
    return sdks.length - 1;
  }
  try {
    let target = sdks[command.sdk];
    let owner;
    for (const name of command.method.split(".")) {
      owner = target;
      target = target[name];
    }
    return { ok: true, value: await target.apply(owner, command.args.map(decode)) };
  } catch (error) {
    const { message, code, status } = error;
    return { ok: false, error: { message, code, status } };
  }
}

function decode([kind, value]) {
  switch (kind) {
    case "undefined":
      return undefined;
    case "date":
      return new Date(value ?? NaN);
    case "list":
      return value.map(decode);
    case "object":
      return Object.fromEntries(value.map(([name, member]) => [name, decode(member)]));
    default:
      return value;
  }
}
`;
