import { readFile } from 'node:fs/promises';
import { compile } from 'codeless-push-blocks/generator';

const program = JSON.parse(await readFile(process.argv[2], 'utf8'));
const { code, diagnostics } = compile(program, { name: 'subscribe' });
for (const { severity, message } of diagnostics) console.error(`${severity}: ${message}`);
process.stdout.write(code);
