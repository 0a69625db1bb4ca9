/** The package on pages of hosts: built with Vite, and without a bundler. */
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { readCase, readExpectedCode } from '../programs.ts';
import { succeed } from './command.ts';
import { serveFolder, type WebServer } from './web-server.ts';

const { plain, bundled } = inject('installed');
const consumers = path.join(import.meta.dirname, 'consumers');
const idea = 'register-two-channels';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens the page of a host. `complaints` collects what must not happen on it. */
async function open(url: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.text()} (${message.location().url})`);
  });
  const { origin } = new URL(url);
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:data|blob):/.test(request.url())) {
      complaints.push(`Request to ${request.url()}`);
    }
  });
  await page.goto(url);
  return { page, complaints };
}

/** The blocks are there with their words, the code is that of the program, and it runs. */
async function expectToWork(page: Page): Promise<void> {
  await page.locator('#editor .blocklyBlockCanvas').getByText('Register Device').first().waitFor();
  const code = page.locator('#code');
  await code.filter({ hasText: 'registerDevice' }).waitFor();
  expect(await code.textContent()).toBe(readExpectedCode(idea));
  await page.getByRole('button', { name: 'Run' }).click();
  await page.locator('#output').filter({ hasText: /./ }).waitFor();
  expect(await page.locator('#output').textContent()).toBe('done');
}

async function writeProgram(folder: string): Promise<void> {
  await writeFile(path.join(folder, 'program.json'), JSON.stringify(readCase(idea).program));
}

/** The policy that the document on embedding shows, for a page that allows nothing else. */
async function documentedPolicy(): Promise<string> {
  const header = await readFile(path.join(consumers, 'policy.txt'), 'utf8');
  return header.replace('Content-Security-Policy:', '').replace(/\s+/g, ' ').trim();
}

/** Uses what opens in front of the blocks: a drawer, a dialog, a list, and the words of a warning. */
async function useLayers(page: Page): Promise<void> {
  const editor = page.locator('#editor');
  await editor.getByRole('treeitem', { name: 'Variables', exact: true }).click();
  await editor.getByText('Create variable...').click();
  await editor.getByRole('dialog').getByRole('textbox').fill('name');
  await page.keyboard.press('Enter');
  await editor.getByRole('dialog').waitFor({ state: 'detached' });
  const lists = editor.locator('.blocklySvg > .blocklyWorkspace > .blocklyBlockCanvas .blocklyDropdownText');
  const before = await lists.count();
  await editor.getByRole('treeitem', { name: 'Console', exact: true }).click();
  await editor.locator('.blocklyFlyout').getByText('print').first().click();
  // That of the new block: the last option of a variable's list is to delete it.
  await lists.nth(before).click();
  await editor.getByRole('option').last().click();
  // A value that nothing uses.
  await editor.getByRole('treeitem', { name: 'Date', exact: true }).click();
  await editor.locator('.blocklyFlyout').getByText('now', { exact: true }).first().click();
  await editor.locator('.blocklyBlockCanvas .blocklyWarningIcon').first().click();
  await editor.locator('.blocklyBubbleCanvas .blocklyText').first().waitFor();
}

/** What TypeScript is told by a host that is strict. */
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'Bundler',
  jsx: 'react-jsx',
  strict: true,
  noUncheckedIndexedAccess: true,
  // The typings of Blockly need it.
  skipLibCheck: true,
  noEmit: true,
};

/** Checks and builds a host's page with what is installed there, and gives the folder of the built page. */
async function buildHost(name: string, pages = ['index.html']): Promise<string> {
  const folder = path.join(bundled, name);
  await cp(path.join(consumers, name), folder, { recursive: true });
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
  const assets = path.join(folder, 'public/push-blocks');
  await succeed(bundled, 'npx', ['codeless-push-blocks', 'assets', assets]);
  await writeProgram(path.join(folder, 'public'));
  const [tsc, vite] = ['typescript/bin/tsc', 'vite/bin/vite.js'].map((file) =>
    path.join(bundled, 'node_modules', file),
  );
  await succeed(folder, process.execPath, [tsc ?? '', '-p', '.', '--pretty', 'false']);
  const config = { base: './', build: { chunkSizeWarningLimit: 2000, rolldownOptions: { input: pages } } };
  await writeFile(path.join(folder, 'vite.config.js'), `export default ${JSON.stringify(config)};`);
  await succeed(folder, process.execPath, [vite ?? '', 'build', '--logLevel=warn']);
  return path.join(folder, 'dist');
}

describe('a page built with Vite and strict TypeScript', () => {
  let server: WebServer;
  beforeAll(async () => {
    const folder = await buildHost('vite', ['index.html', 'element.html', 'contact.html']);
    server = await serveFolder(folder, await documentedPolicy());
  }, 180_000);
  afterAll(() => server.close());

  test.each(['', 'element.html'])('is shown and runs under the strict policy: %s', async (name) => {
    const { page, complaints } = await open(server.url + name);
    const policy = await page.evaluate(async () => (await fetch('')).headers.get('content-security-policy'));
    expect(policy).not.toMatch(/script-src[^;]*unsafe|nonce|\*/);
    await expectToWork(page);
    await useLayers(page);
    // A violation is an error on the console, too.
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('has blocks of the host, which run against its own server', async () => {
    const { page, complaints } = await open(`${server.url}contact.html`);
    const saved: unknown[] = [];
    await page.route(`${server.url}api/**`, async (route) => {
      if (route.request().url().includes('/data/Contact')) saved.push(route.request().postDataJSON());
      await route.fulfill({ json: { objectId: 'one' } });
    });
    await page.getByRole('treeitem', { name: 'Acme', exact: true }).click();
    await page.locator('.blocklyFlyout').getByText('save contact').click();
    const run = await page.evaluate(`(async () => {
      const { code } = editor.compile();
      return { code, outcome: (await editor.run().finished).outcome };
    })()`);
    expect(run).toEqual({
      code: expect.stringContaining('await saveContact("Ann", ["news"]);'),
      outcome: { status: 'done' },
    });
    expect(saved).toEqual([{ name: 'Ann', channels: ['news'] }]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('asks for no language but the one that it is told to speak', async () => {
    const { page } = await open('about:blank');
    const scripts: string[] = [];
    page.on('response', async (response) => {
      if (response.url().endsWith('.js')) scripts.push(await response.text());
    });
    await page.goto(`${server.url}contact.html`);
    await page.getByRole('treeitem', { name: 'Acme', exact: true }).waitFor();
    const has = (words: string) => scripts.some((script) => script.includes(words));
    expect([has('Most used'), has('Meistverwendet'), has('Más usados')]).toEqual([true, false, false]);
    await page.evaluate(`speak('de-AT')`);
    await page.getByRole('treeitem', { name: 'Acme', exact: true }).waitFor();
    await page.locator('.blocklyToolbox').getByText('Gerät').first().waitFor({ state: 'attached' });
    await expect.poll(() => has('Meistverwendet')).toBe(true);
    expect(has('Dispositivo')).toBe(false);
    await page.close();
  });

  test('saves', async () => {
    const { page, complaints } = await open(server.url);
    await page.locator('#code').filter({ hasText: 'registerDevice' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    const saved = await page.evaluate(() => localStorage.getItem('program'));
    expect(JSON.parse(saved ?? '')).toMatchObject({ version: 1, blocks: { blocks: [{ type: expect.any(String) }] } });
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('pages built with React 19, in strict mode', () => {
  let server: WebServer;
  beforeAll(async () => {
    server = await serveFolder(
      await buildHost('react', ['index.html', 'stubborn.html', 'element.html']),
      await documentedPolicy(),
    );
  }, 180_000);
  afterAll(() => server.close());

  /** Removes the selected block, as a person does. */
  async function removeBlock(page: Page, place: string): Promise<void> {
    await page.locator(`${place} .blocklyBlockCanvas`).getByText('Register Device').first().click();
    await page.keyboard.press('Delete');
  }

  test('mounts, compiles and runs', async () => {
    const { page, complaints } = await open(server.url);
    await expectToWork(page);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('takes the element in JSX, with its properties and events', async () => {
    const { page, complaints } = await open(`${server.url}element.html`);
    await expectToWork(page);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('shows the program that it is given, and tells of changes', async () => {
    const { page, complaints } = await open(server.url);
    const code = page.locator('#code');
    await code.filter({ hasText: 'registerDevice' }).waitFor();
    await removeBlock(page, '#editor');
    await code.filter({ hasNotText: 'registerDevice' }).filter({ hasText: 'main' }).waitFor();
    await page.getByRole('button', { name: 'Start again' }).click();
    await code.filter({ hasText: 'registerDevice' }).waitFor();
    expect(await code.textContent()).toBe(readExpectedCode(idea));
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('follows its options, and leaves nothing behind', async () => {
    const { page, complaints } = await open(server.url);
    await page.locator('#code').filter({ hasText: 'registerDevice' }).waitFor();
    const toolbox = page.locator('#editor .blocklyToolbox');
    await toolbox.waitFor();
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await toolbox.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Unlock' }).click();
    await toolbox.waitFor();

    // Strict mode has mounted it twice: one is left, and none when it goes.
    expect(await page.locator('.injectionDiv').count()).toBe(1);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.locator('#editor:empty').waitFor({ state: 'attached' });
    expect(await page.locator('body [class*="blockly"]').count()).toBe(0);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.locator('#editor .blocklyBlockCanvas').getByText('Register Device').first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('takes back what its host does not take over, and keeps what nobody decides', async () => {
    const { page, complaints } = await open(`${server.url}stubborn.html`);
    await page.locator('#controlled .blocklyBlockCanvas').getByText('Register Device').first().waitFor();
    await removeBlock(page, '#controlled');
    await page.locator('#told').filter({ hasText: '1' }).waitFor();
    await page.locator('#controlled .blocklyBlockCanvas').getByText('Register Device').first().waitFor();

    await removeBlock(page, '#uncontrolled');
    await page.locator('#kept').filter({ hasText: '"version":1' }).waitFor();
    expect(await page.locator('#kept').textContent()).not.toContain('device_register');
    expect(await page.locator('#uncontrolled .blocklyBlockCanvas').getByText('Register Device').count()).toBe(0);

    expect(await page.locator('#failure').textContent()).toMatch(/^load: .*program/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('renders its place on a server', async () => {
    const source = `import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { CodelessEditor } from 'codeless-push-blocks/react';
console.log(renderToString(createElement(CodelessEditor, { className: 'editor', program: {} })));`;
    const { stdout } = await succeed(bundled, process.execPath, ['--input-type=module', '--eval', source]);
    expect(stdout).toBe('<div class="editor" style="width:100%;height:100%"></div>\n');
  });
});

describe.each(['page', 'element'])('a page without a bundler: %s', (name) => {
  let server: WebServer;
  beforeAll(async () => {
    const folder = path.join(plain, name);
    await mkdir(folder);
    await cp(path.join(consumers, name), folder, { recursive: true });
    await symlink(path.join(plain, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    await writeProgram(folder);
    server = await serveFolder(folder);
  });
  afterAll(() => server.close());

  test('mounts, compiles and runs', async () => {
    const { page, complaints } = await open(server.url);
    await expectToWork(page);
    expect(complaints).toEqual([]);
    await page.close();
  });

  if (name !== 'element') return;
  test('is a part of its form, and keeps style out', async () => {
    const { page, complaints } = await open(server.url);
    await page.locator('#editor .blocklyBlockCanvas').getByText('Register Device').first().waitFor();
    const colour = await page
      .locator('#editor .blocklyToolbox')
      .first()
      .evaluate((row) => getComputedStyle(row).color);
    expect(colour).not.toBe('rgb(255, 0, 255)');
    await page.getByRole('button', { name: 'Send' }).click();
    const output = page.locator('#output');
    await output.filter({ hasText: 'device_register' }).waitFor();
    expect(JSON.parse((await output.textContent()) ?? '')).toMatchObject({ version: 1 });

    const state = await page.evaluate(async () => {
      const element = document.querySelector('codeless-editor');
      if (!element) throw new Error('There is no element.');
      const value = (name: string): unknown => Reflect.get(element, name);
      element.setAttribute('readonly', '');
      const hasToolbox = element.shadowRoot?.querySelector('.blocklyToolbox')?.getBoundingClientRect().width !== 0;
      element.removeAttribute('readonly');
      // Moved in the page, it is the same editor.
      const before = value('editor');
      document.body.append(element);
      await Promise.resolve();
      const moved = value('editor') === before;
      element.remove();
      return {
        hasToolbox,
        moved,
        editor: value('editor'),
        left: document.querySelectorAll('[class*="blockly"]').length,
      };
    });
    expect(state).toEqual({ hasToolbox: false, moved: true, editor: null, left: 0 });
    expect(complaints).toEqual([]);
    await page.close();
  });
});
