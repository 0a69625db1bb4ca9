/**
 * Makes pictures of the running page: `docs/playground.png` for the README, the picture for links to the page, and the
 * icons with which a device keeps it as an app.
 *
 * The page is shown with the example, just run, and its first block selected so that its code is lit up.
 */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { root, runMain } from './root.mjs';

const published = path.join(root, 'playground', 'published');
const timeout = 60_000;

const shots = [
  { file: path.join(root, 'docs', 'playground.png'), width: 1280, height: 800, scale: 2 },
  { file: path.join(published, 'social.png'), width: 1200, height: 630, scale: 1 },
];
const icons = [
  { file: path.join(published, 'icon-192.png'), size: 192, share: 1 },
  { file: path.join(published, 'icon-512.png'), size: 512, share: 1 },
  // Devices cut it to their own shape: the middle must be enough.
  { file: path.join(published, 'icon-maskable-512.png'), size: 512, share: 0.6 },
];

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
    await mkdir(published, { recursive: true });
    for (const shot of shots) await takeShot(browser, server.resolvedUrls.local[0], shot);
    for (const icon of icons) await drawIcon(browser, icon);
  } finally {
    await browser.close();
    await server.close();
  }
});

async function takeShot(browser, url, { file, width, height, scale }) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  page.setDefaultTimeout(timeout);
  await page.goto(url);
  await page.locator('.cm-line').first().waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('table', { name: 'Registrations' }).locator('tbody tr').nth(1).waitFor();
  await page.getByRole('status').getByText('Finished').waitFor();
  await page.locator('[data-id="register-device"] text').filter({ hasText: 'Register Device' }).click();
  await page.locator('.cm-lit').first().waitFor();
  // Away from everything that answers to the pointer.
  await page.mouse.move(width / 2, height - 100);
  await save(page, file, {});
}

async function drawIcon(browser, { file, size, share }) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(path.join(root, 'playground', 'favicon.svg'), 'base64');
  const ground = share < 1 ? '#1b1e3c' : 'transparent';
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">
      <img style="width:${100 * share}%" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.locator('img').evaluate((image) => image.decode());
  await save(page, file, { omitBackground: true });
}

async function save(page, file, options) {
  await page.screenshot({ path: file, ...options });
  await page.close();
  console.log(`Made ${path.relative(root, file)}.`);
}
