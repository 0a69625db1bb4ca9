import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildRunnerPage } from '../../scripts/runner-page.ts';

test.each([true, false])(
  'the runner page is one file that allows its own script only (minified: %s)',
  async (minify) => {
    const html = await buildRunnerPage({ minify });
    // What a browser takes for scripts: each ends at the first thing that looks like its end.
    const scripts = [...html.matchAll(/<script([^>]*)>([^]*?)<\/script>/gi)];
    expect(scripts.map(([, attributes]) => attributes)).toEqual(['']);
    const script = scripts[0]?.[2] ?? '';
    const rest = html.replace(script, () => '');

    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(rest)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}' blob:`,
      'worker-src blob:',
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    // The policy is in force before there is anything to apply it to, and nothing is loaded.
    expect(html.indexOf(policy)).toBeLessThan(html.indexOf('<script'));
    expect(rest).not.toMatch(/\b(?:src|href|style)\s*=/i);
    // Within a script, these would change where it ends.
    expect(script).not.toMatch(/<!--|<\/?script/i);
  },
);

test('the runner page is little more than the SDK', async () => {
  expect(gzipSync(await buildRunnerPage()).length).toBeLessThan(85_000);
});
