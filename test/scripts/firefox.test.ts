/** How long one waits for a Firefox where the network does not answer. */

import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = pathToFileURL(path.resolve(import.meta.dirname, '../../scripts/firefox.mjs')).href;

test.runIf(process.platform === 'linux')('installing and downloading end, also where nothing answers', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'firefox-'));
  const sockets: Socket[] = [];
  // Takes every connection, and never says anything.
  const silent = createServer((socket) => void sockets.push(socket.on('error', () => {})));
  try {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const proxy = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
    const installer = path.join(folder, 'apt-get');
    await writeFile(installer, `#!/bin/sh\nexec ${process.execPath} -e "setTimeout(() => {}, 60_000)"\n`);
    await chmod(installer, 0o755);
    const wait = `import { ensureFirefox } from ${JSON.stringify(script)}; await ensureFirefox(1_000); console.log('ended');`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', wait], {
      env: { PATH: folder, HTTPS_PROXY: proxy, https_proxy: proxy },
      timeout: 20_000,
    });
    // Only root may install.
    expect(stdout.includes('installing')).toBe(process.getuid?.() === 0);
    expect(stdout).toContain('downloading');
    expect(stdout.trimEnd().endsWith('ended')).toBe(true);
  } finally {
    for (const socket of sockets) socket.destroy();
    silent.close();
    await rm(folder, { recursive: true });
  }
});
