/** What the build works out: the code of the example is there without the compiler. */
import path from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { builtValues } from '../../scripts/built-values.ts';
import { exampleCode } from '../../playground/example-code.ts';

test('the code of the example stands in the page that is built, without what compiles it', async () => {
  const entry = path.resolve(import.meta.dirname, '../../playground/example-code.ts');
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [builtValues('/playground/example-code.ts')],
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'example-code' } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('Nothing was built.');
  const [chunk] = output.output;
  expect(Object.keys(chunk.modules)).toEqual([entry]);
  const values: Record<string, unknown> = await import(`data:text/javascript,${encodeURIComponent(chunk.code)}`);
  expect(Object.entries(values)).toEqual([['exampleCode', exampleCode]]);
});
