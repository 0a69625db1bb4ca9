/** The editor in a frame of another origin, and who may use it. */
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser/browser.ts';
import { readCase, readExpectedCode } from '../programs.ts';
import { succeed } from './command.ts';
import { serveFolder, type WebServer } from './web-server.ts';

const { plain } = inject('installed');
const idea = 'register-two-channels';
const client = './node_modules/codeless-push-blocks/dist/lib/embed.js';

let browser: Browser;
/** Pages of a host that is on the list, of one that is not, and the page of the editor: three origins. */
let host: WebServer;
let stranger: WebServer;
let editors: WebServer;

beforeAll(async () => {
  browser = await launchBrowser();
  const folder = path.join(plain, 'frame-host');
  await mkdir(folder);
  await cp(path.join(import.meta.dirname, 'consumers/frame'), folder, { recursive: true });
  await symlink(path.join(plain, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  await writeFile(path.join(folder, 'program.json'), JSON.stringify(readCase(idea).program));
  [host, stranger] = [await serveFolder(folder), await serveFolder(folder)];
  const served = path.join(plain, 'frame-editor');
  const allowed = ['--allow-origin', new URL(host.url).origin];
  await succeed(plain, 'npx', ['codeless-push-blocks', 'assets', served, ...allowed]);
  editors = await serveFolder(served);
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ editorUrl: `${editors.url}embed.html` }));
});
afterAll(async () => {
  await browser.close();
  await Promise.all([host, stranger, editors].map((server) => server.close()));
});

/** Opens a page. `complaints` collects what must not happen on it, `heard` what windows say to it. */
async function open(url: string): Promise<{ page: Page; complaints: string[]; heard: () => Promise<unknown[]> }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.text()} (${message.location().url})`);
  });
  const servers = [host, stranger, editors].map((server) => new URL(server.url).origin);
  page.on('request', (request) => {
    const known = servers.some((origin) => request.url().startsWith(origin));
    if (!known && !/^(?:data|blob|about):/.test(request.url())) complaints.push(`Request to ${request.url()}`);
  });
  await page.addInitScript(() => {
    if (window !== top) return;
    Object.assign(globalThis, { heard: [] });
    addEventListener('message', ({ data }) => Reflect.get(globalThis, 'heard').push(data));
  });
  await page.goto(url);
  return { page, complaints, heard: () => page.evaluate(() => Reflect.get(globalThis, 'heard')) };
}

/** Runs the body of an async function in a page, with `connectEditor`, a new frame and the address of the editor. */
function inPage(page: Page, body: string): Promise<unknown> {
  return page.evaluate(`(async () => {
    const { connectEditor, ConnectionError } = await import(new URL(${JSON.stringify(client)}, document.baseURI).href);
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const url = ${JSON.stringify(`${editors.url}embed.html`)};
    const failure = (error) => ({ name: error.name, code: error.code, message: error.message });
    ${body}
  })()`);
}

const program = JSON.stringify(readCase(idea).program);

test('works across origins: mounts, compiles, runs and saves', async () => {
  const { page, complaints } = await open(host.url);
  const blocks = page.frameLocator('#editor').locator('.blocklyBlockCanvas');
  await blocks.getByText('Register Device').first().waitFor();
  await page.locator('#code').filter({ hasText: 'registerDevice' }).waitFor();
  expect(await page.locator('#code').textContent()).toBe(readExpectedCode(idea));
  await page.getByRole('button', { name: 'Run' }).click();
  await page.locator('#output').filter({ hasText: 'done' }).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('#output').filter({ hasText: 'saved' }).waitFor();
  const saved = await page.evaluate(() => localStorage.getItem('program'));
  expect(JSON.parse(saved ?? '')).toMatchObject({ version: 1, blocks: { blocks: [{ type: 'variables_set' }] } });
  expect(complaints).toEqual([]);
  await page.close();
});

test('offers all that an editor does, and its errors', async () => {
  const { page, complaints } = await open(host.url);
  const result = await inPage(
    page,
    `const requests = [];
    const editor = connectEditor(frame, {
      url,
      backend: {
        mode: 'custom',
        handle: async ({ method, url, body }) => {
          requests.push([method, new URL(url).pathname]);
          return { status: 400, headers: {}, body: JSON.stringify({ code: 5004, message: 'in the past' }) };
        },
      },
    });
    const changes = [];
    editor.on('change', ({ kind }) => changes.push(kind));
    // Calls made before it is there wait for it.
    await editor.load(${program});
    const compiled = await editor.compile({ name: 'subscribe' });
    const refused = await editor.load({ version: 99 }).catch(failure);
    await editor.highlight('device_register-1');
    const { outcome, blockId } = await editor.run().finished;
    await editor.update({ readOnly: true, theme: 'dark' });
    await editor.undo();
    const { blocks = { blocks: [] } } = await editor.save();
    await editor.redo();
    const again = await editor.save();
    editor.dispose();
    const late = await editor.save().catch(failure);
    return { compiled: compiled.entry.name, refused, outcome, blockId, requests, changes,
      undone: blocks.blocks.length, again: again.blocks.blocks.length, late };`,
  );
  expect(result).toMatchObject({
    compiled: 'subscribe',
    refused: { name: 'ProgramError', code: 'newer-version' },
    outcome: { status: 'failed', error: { code: 5004, message: 'in the past' } },
    blockId: 'device_register-1',
    undone: 0,
    again: 1,
    late: { name: 'ConnectionError', code: 'closed' },
  });
  expect(result).toHaveProperty(
    'requests',
    expect.arrayContaining([['POST', expect.stringMatching(/registrations$/)]]),
  );
  expect(result).toHaveProperty('changes', expect.arrayContaining(['load']));
  expect(complaints.filter((complaint) => !complaint.includes('400'))).toEqual([]);
  await page.close();
});

test('works out of sight, where browsers give frames of other origins nothing to draw', async () => {
  const { page, complaints } = await open(host.url);
  const result = await inPage(
    page,
    `frame.style.marginTop = '5000px';
    const editor = connectEditor(frame, { url });
    await editor.ready;
    const shown = new Promise((resolve) => {
      editor.on('code', ({ code }) => code.includes('registerDevice') && resolve(true));
    });
    await editor.load(${program});
    await editor.undo();
    const { blocks: undone } = await editor.save();
    await editor.redo();
    const { blocks: again } = await editor.save();
    const code = await shown;
    // Another language makes another workspace, maybe before the loading has been told in this one.
    const loading = editor.load({ version: 1 });
    const speaking = editor.update({ locale: 'de' });
    await Promise.all([loading, speaking]);
    await editor.load(${program});
    editor.dispose();
    return { undone, again: again.blocks.length, code };`,
  );
  expect(result).toEqual({ again: 1, code: true });
  expect(complaints).toEqual([]);
  await page.close();
});

test('asks the host what a program asks the person, and is steered by it', async () => {
  const { page } = await open(host.url);
  const asking = JSON.stringify(readCase('text-prompt').program);
  const endless = JSON.stringify(readCase('loop-forever').program);
  const result = await inPage(
    page,
    `const editor = connectEditor(frame, { url, program: ${asking} });
    const questions = [];
    const answered = await editor.run({ onPrompt: async (message) => (questions.push(message), '7') }).finished;
    await editor.load(${endless});
    const run = editor.run();
    const started = new Promise((resolve) => editor.on('run', ({ type }) => type === 'started' && resolve()));
    await started;
    run.stop();
    const stopped = await run.finished;
    editor.dispose();
    return { questions: questions.length, answered: answered.outcome.status, stopped: stopped.outcome.status };`,
  );
  expect(result).toEqual({ questions: expect.any(Number), answered: 'done', stopped: 'stopped' });
  expect(result).not.toHaveProperty('questions', 0);
  await page.close();
});

test('speaks another language when it is told to, and says when its page was loaded again', async () => {
  const { page } = await open(host.url);
  const words = await inPage(
    page,
    `frame.id = 'second';
    const editor = connectEditor(frame, { url, program: ${program} });
    await editor.update({ locale: 'de', messages: { CPB_CATEGORY_PUSH: 'Acme' } });
    Object.assign(globalThis, { editor, failure });
    return editor.save().then(({ version }) => version);`,
  );
  expect(words).toBe(1);
  const frame = page.frameLocator('#second');
  await frame.getByRole('treeitem', { name: 'Gerät', exact: true }).waitFor();
  await frame.getByRole('treeitem', { name: 'Acme', exact: true }).waitFor();
  const ends = await page.evaluate(`(async () => {
    const run = editor.run({ onPrompt: () => new Promise(() => {}) });
    document.querySelector('#second').src += '?again';
    // What is asked while the page goes is never answered by it, and what is asked later neither.
    await new Promise((resolve) => document.querySelector('#second').addEventListener('load', resolve, { once: true }));
    const asked = await editor.save().catch(failure);
    const { outcome } = await run.finished;
    return { asked, later: await editor.save().catch(failure), status: outcome.status };
  })()`);
  const reloaded = { name: 'ConnectionError', code: 'reloaded' };
  expect(ends).toMatchObject({ asked: reloaded, later: reloaded });
  await page.close();
});

describe('a page that is not on the list', () => {
  test('is told nothing, and gets no editor', async () => {
    const { page, heard } = await open(stranger.url);
    const loaded = page.frameLocator('#editor').locator('#editor:empty');
    await loaded.waitFor({ state: 'attached' });
    const result = await inPage(
      page,
      `const editor = connectEditor(frame, { url, timeout: 2000, program: ${program} });
      return editor.ready.then(() => 'ready', failure);`,
    );
    expect(result).toMatchObject({ name: 'ConnectionError', code: 'no-answer' });
    expect(result).toHaveProperty(
      'message',
      expect.stringContaining(`${new URL(stranger.url).origin} is not on its list`),
    );
    expect(await heard()).toEqual([]);
    await page.close();
  });

  test('gets no editor by asking without being asked', async () => {
    const { page, heard } = await open(stranger.url);
    const result = await inPage(
      page,
      `frame.src = url;
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      const { port1, port2 } = new MessageChannel();
      const answers = [];
      port1.onmessage = ({ data }) => answers.push(data);
      const connect = { protocol: 'codeless-push-blocks', type: 'connect', versions: [1], options: {} };
      frame.contentWindow.postMessage(connect, '*', [port2]);
      // What it would do, it would have done before it can be reached by a second message and draw a frame.
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      return answers;`,
    );
    expect(result).toEqual([]);
    expect(await heard()).toEqual([]);
    const frames = page.frames().filter((frame) => frame.url().startsWith(editors.url));
    expect(frames.length).toBeGreaterThan(0);
    for (const frame of frames) expect(await frame.locator('.injectionDiv').count()).toBe(0);
    await page.close();
  });
});

test('the host answers no window but its frame, and no origin but that of the editor', async () => {
  const { page } = await open(host.url);
  const result = await inPage(
    page,
    `const ready = { protocol: 'codeless-push-blocks', type: 'ready' };
    const answers = [];
    // A frame of the right origin that is not the one, and one of another origin that takes its place.
    const other = document.createElement('iframe');
    other.src = ${JSON.stringify(`${stranger.url}settings.json`)};
    document.body.append(other);
    await new Promise((resolve) => other.addEventListener('load', resolve));
    const editor = connectEditor(other, { url, timeout: 2000, program: ${program} });
    window.postMessage(ready, location.origin);
    other.src = 'data:text/html,' + encodeURIComponent('<script>addEventListener("message", ({ data }) => parent.postMessage({ got: data }, "*")); parent.postMessage(' + JSON.stringify(ready) + ', "*")</scr' + 'ipt>');
    addEventListener('message', ({ data }) => answers.push(data));
    const end = await editor.ready.then(() => 'ready', failure);
    return { end, got: answers.filter((data) => 'got' in data) };`,
  );
  expect(result).toMatchObject({ end: { code: 'no-answer' }, got: [] });
  await page.close();
});

test('says when the versions of the protocol differ, and when the first program is none', async () => {
  const { page } = await open(host.url);
  const result = await inPage(
    page,
    `const wrong = await connectEditor(frame, { url, program: [] }).ready.catch(failure);
    const second = document.createElement('iframe');
    const answer = new Promise((resolve) => {
      addEventListener('message', ({ source, origin, data }) => {
        if (source !== second.contentWindow || data.type !== 'ready') return;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (event) => resolve(event.data);
        source.postMessage({ ...data, type: 'connect', versions: [99], options: {} }, origin, [port2]);
      });
    });
    second.src = url;
    document.body.append(second);
    return { wrong, answer: await answer };`,
  );
  expect(result).toMatchObject({
    wrong: { name: 'ProgramError', code: 'not-a-program' },
    answer: { type: 'refused', versions: [1] },
  });
  await page.close();
});
