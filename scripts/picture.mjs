/**
 * Makes `docs/playground.png`, the picture in the README, from the running page: the example, just run, with its
 * first block selected so that its code is lit up.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { root, runMain } from './root.mjs';

const file = path.join(root, 'docs', 'playground.png');
const timeout = 30_000;

runMain(async () => {
  const executablePath = await ensureBrowser();
  const [{ createServer }, { chromium }] = await Promise.all([import('vite'), import('playwright')]);
  const server = await createServer({
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, watch: null },
  });
  await server.listen();
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
    page.setDefaultTimeout(timeout);
    await page.goto(server.resolvedUrls.local[0]);
    await page.locator('.cm-line').first().waitFor();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('table', { name: 'Registrations' }).locator('tbody tr').nth(1).waitFor();
    await page.getByRole('status').getByText('Finished').waitFor();
    await page.locator('[data-id="register-device"] text').filter({ hasText: 'Register Device' }).click();
    await page.locator('.cm-lit').first().waitFor();
    // Away from everything that answers to the pointer.
    await page.mouse.move(640, 700);
    await mkdir(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(`Made ${path.relative(root, file)}.`);
});
