import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { print } from '../../generators/typescript/print/index.ts';
import { read } from './estree.ts';

// A file a rule: the code as it must come out, and as Prettier would lay it out. It is read into a tree without
// any layout, and that tree must be printed as the same text.
const folder = new URL('layouts/', import.meta.url);

describe('lays out', () => {
  for (const file of readdirSync(folder)) {
    it(file.replace('.txt', '').replaceAll('-', ' '), async () => {
      const code = readFileSync(new URL(file, folder), 'utf8');
      const { statements, formatted } = await read(code);
      expect(print({ type: 'Program', body: statements }).code).toBe(code);
      expect(formatted).toBe(code);
    });
  }
});
