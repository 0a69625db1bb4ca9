import { describe, expect, test } from 'vitest';
import { block, boolean, get, number, plus, print, program, set } from '../compiler/build-program.ts';
import { ID, type Playground } from './playground-page.ts';
import { eventually, preparePages, type PageOptions } from './playground-tests.ts';

const openPage = preparePages();
let playground: Playground;

/** For tests of many steps, on a machine that is busy with other things. */
const long = { timeout: 180_000 };

const open = async (options?: PageOptions): Promise<Playground> => {
  playground = await openPage(options);
  return playground;
};

/** The block in the light of the run, by its ID; none when there is no such block. */
const glowing = (): Promise<string | null> =>
  playground.page
    .locator('.cpb-running')
    .evaluateAll((all) => (all.length === 1 ? (all[0]?.dataset.id ?? null) : null));

/** What one sees of the state of the run; more is said to those who hear it. */
const status = (): Promise<string> =>
  playground.page.locator('#run-status').evaluate((element) => element.firstChild?.textContent ?? '');

/** What those hear. */
const heard = (): Promise<string | null> => playground.page.locator('#run-status').textContent();

/** The rows of the table of variables: name, value, and whether it is marked as changed. */
const variables = (): Promise<[name: string, value: string, isChanged: boolean][]> =>
  playground.page
    .getByRole('table', { name: 'Variables' })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('th')?.textContent ?? '',
        row.querySelector('.value')?.textContent ?? '',
        row.hasAttribute('data-changed'),
      ]),
    );

const openBlocks = async (name: string, ...stacks: Parameters<typeof program>): Promise<void> => {
  await playground.openFile(name, JSON.stringify({ version: 1, ...program(...stacks) }));
  await playground.page.getByText(`Opened ${name}.`).waitFor();
};

const forever = (...body: ReturnType<typeof print>[]) =>
  block('controls_whileUntil', { id: 'loop', fields: { MODE: 'WHILE' }, inputs: { BOOL: boolean(true), DO: body } });

describe('stepping', () => {
  test('through the example shows where the program is, and the values', long, async () => {
    const { page } = await open();
    const step = playground.button('Step');
    await step.click();
    await eventually(glowing).toBe('keep-registration');
    await eventually(status).toBe('Paused');
    await eventually(heard).toMatch(/^Paused: set registration to Register Device/);
    await page.getByText('The program has no variables here yet.').waitFor();
    expect(await playground.registrations()).toEqual([]);
    // The code of the same block is lit up.
    await eventually(() => page.locator('.cm-lit').allTextContents()).toEqual([
      expect.stringContaining('const registration = await registerDevice('),
    ]);
    expect(await playground.accessibilityFaults()).toEqual([]);

    await step.click();
    await eventually(glowing).toBe('print-map');
    await eventually(() => playground.registrations()).toHaveLength(2);
    await eventually(variables).toEqual([
      ['registration', expect.stringMatching(`registrationId: { ads: "${ID}", discount: "${ID}" }`), true],
    ]);
    expect(await page.locator('#console').textContent()).toBe('');

    await step.click();
    await eventually(status).toBe('Finished');
    await eventually(() => page.locator('#console').textContent()).toMatch(new RegExp(`discount: "${ID}"`));
    expect(await glowing()).toBeNull();
    // The last values stay to be looked at.
    await eventually(async () => (await variables()).map(([name, , isChanged]) => [name, isChanged])).toEqual([
      ['registration', false],
    ]);
  });

  test('goes by keyboard, and unfolds values by keyboard', async () => {
    const { page } = await open();
    await page.keyboard.press('F9');
    await eventually(glowing).toBe('keep-registration');
    await page.keyboard.press('F9');
    await eventually(glowing).toBe('print-map');
    await eventually(async () => (await variables()).length).toBe(1);
    const value = page.getByRole('table', { name: 'Variables' }).locator('summary').first();
    await value.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.variables li li').first().waitFor();
    expect(await page.locator('.variables li li .value-name').allTextContents()).toEqual(['ads: ', 'discount: ']);
    await page.keyboard.press('F8');
    await eventually(status).toBe('Finished');

    // A program that is no longer open does not go on where nobody sees it.
    await page.keyboard.press('F9');
    await eventually(status).toBe('Paused');
    await page.locator('#program').click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await eventually(status).toBe('Stopped');
  });

  test('an endless loop, at slow speed and at full speed, that can be paused and stopped', long, async () => {
    const { page } = await open();
    await openBlocks('forever.json', [set('n', number(0)), forever(set('n', plus(get('n'), number(1))))]);
    const valueOfN = async (): Promise<number> => Number((await variables())[0]?.[1]);
    await page.getByRole('slider', { name: 'Speed' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('slider', { name: 'Speed' }).getAttribute('aria-valuetext')).toBe('Moderate');
    await page.getByRole('tab', { name: 'Variables' }).click();
    await playground.button('Run').click();
    await eventually(valueOfN).toBeGreaterThan(0);
    await eventually(glowing).not.toBeNull();
    expect(await status()).toBe('Running …');

    await playground.button('Pause').click();
    await eventually(status).toBe('Paused');
    const held = await glowing();
    const before = await valueOfN();
    await playground.button('Step').click();
    await eventually(glowing).not.toBe(held);
    await playground.button('Step').click();
    await eventually(glowing).toBe(held);
    // The loop and what is in it are one round.
    await eventually(valueOfN).toBe(before + 1);
    expect(await playground.accessibilityFaults()).toEqual([]);

    await page.getByRole('slider', { name: 'Speed' }).focus();
    await page.keyboard.press('End');
    await playground.button('Continue').click();
    await eventually(valueOfN).toBeGreaterThan(before + 1_000);
    await playground.button('Stop').click();
    await eventually(status).toBe('Stopped');
    await eventually(() => page.workers().length).toBe(0);
    expect(await glowing()).toBeNull();
    // The speed is remembered.
    await page.reload();
    await playground.waitUntilReady();
    expect(await page.getByRole('slider', { name: 'Speed' }).getAttribute('aria-valuetext')).toBe('Full speed');
  });
});

describe('requests', () => {
  test('are listed, and opened from their block by pointer and by its menu', long, async () => {
    const { page } = await open();
    await playground.run();
    await page.getByRole('tab', { name: /Requests/ }).click();
    const list = page.getByRole('list', { name: 'Requests of the run' });
    await eventually(() => list.locator('summary').allInnerTexts()).toEqual([
      expect.stringMatching(/POST\s+Register the device\s+200\s+\d+ ms/),
    ]);
    await page.getByRole('tab', { name: 'Console' }).click();

    await playground.block('register-device').locator('> .cpb-request').click();
    const answer = list.locator('pre').last();
    await eventually(() => answer.innerText()).toContain('"registrationId"');
    await eventually(() => list.locator('pre').first().innerText()).toContain('"channels": [\n    "ads"');
    expect(await page.locator('summary:focus').count()).toBe(1);
    // Neither the application nor its key is shown.
    expect(await list.innerText()).toContain('POST /messaging/registrations');
    expect(await list.innerText()).not.toContain('example-key');
    expect(await playground.accessibilityFaults()).toEqual([]);

    await page.getByRole('tab', { name: 'Console' }).click();
    await playground
      .block('register-device')
      .locator('> path')
      .first()
      .click({ button: 'right', position: { x: 12, y: 6 } });
    await page.getByRole('menuitem', { name: 'Show the request and its answer' }).click();
    await eventually(() => answer.isVisible()).toBe(true);

    await list.getByRole('button', { name: 'Show the block' }).click();
    await page.locator('[data-id="register-device"].blocklySelected').waitFor();
    await playground.button('Clear the requests').click();
    await page.getByText('Each request that a program makes is listed here').waitFor();
  });

  test('that failed are opened from the console, beside what to do', async () => {
    const { page } = await open();
    await playground.openProgram('register-expired');
    await playground.run();
    await eventually(() => playground.console.innerText()).toContain('Choose a later time');
    await page.getByRole('button', { name: 'Show the request and its answer' }).click();
    const list = page.getByRole('list', { name: 'Requests of the run' });
    await eventually(() => list.locator('pre').last().innerText()).toContain('5004');
    expect(await list.locator('.request-status').innerText()).toBe('400');
    // Whatever was in sight before: why it failed is, also where that is all there is room for.
    await page.getByRole('tab', { name: 'Variables' }).click();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('tab', { name: 'Blocks' }).click();
    await playground.run();
    await playground.console.getByRole('button', { name: 'Show the block' }).last().click();
    await eventually(() => page.locator('#pane-blocks').isVisible()).toBe(true);
  });
});

test('the console unfolds values, shows what is grave, and is copied', async () => {
  const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  const warn = block('console_print', { fields: { LEVEL: 'WARN' }, inputs: { VALUE: number(2) } });
  const object = block('object_create', {
    extraState: { keys: ['title', 'tags'] },
    fields: { KEY0: 'title', KEY1: 'tags' },
    inputs: { VALUE0: number(1) },
  });
  await openBlocks('print.json', [print(number(1)), warn, print(object)]);
  await playground.run();
  await eventually(() => playground.console.innerText()).toContain('Finished');
  const value = playground.console.locator('summary');
  await value.focus();
  await page.keyboard.press('Enter');
  await eventually(() => playground.console.locator('li .value-name').allTextContents()).toEqual(['title: ', 'tags: ']);

  const choose = async (name: string): Promise<void> => {
    await playground.button('More about the console').click();
    await page.getByRole(name.startsWith('Copy') ? 'menuitem' : 'menuitemradio', { name }).click();
  };
  await choose('Only warnings and errors');
  expect(await playground.console.locator('.line-body:visible').allInnerTexts()).toEqual([
    expect.stringMatching(/^Warning:\s2$/),
  ]);
  await choose('Copy the console');
  await page.getByText('The console is on the clipboard.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\S+.* Warning: 2\nFinished in /);
  await choose('Only errors');
  await choose('All lines');
  expect(await playground.console.locator('.line-body:visible').count()).toBe(3);
});
