import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startServer, type EmulatorServer } from '../../src/emulator/node.ts';
import { block, number, program } from '../compiler/build-program.ts';
import { Playground } from './playground-page.ts';
import { eventually, preparePages, type PageOptions } from './playground-tests.ts';

const openPage = preparePages();
let playground: Playground;

/** For tests of many steps, on a machine that is busy with other things. */
const long = { timeout: 180_000 };

const open = async (options?: PageOptions): Promise<Playground> => {
  playground = await openPage(options);
  await phone('Pixel').waitFor();
  return playground;
};

const phone = (name: string): Locator => playground.page.getByRole('listitem', { name: `Phone: ${name}` });

/** The notifications on a phone, each as its text. */
const cards = async (name: string): Promise<string[]> =>
  (await phone(name).locator('.card').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

const register = (channels: string, inputs: Parameters<typeof block>[1] = {}) =>
  block('device_register', {
    ...inputs,
    inputs: { CHANNELS: block('device_channel_list', { fields: { NAMES: channels } }), ...inputs.inputs },
  });

const openBlocks = async (name: string, ...stacks: Parameters<typeof program>): Promise<void> => {
  await playground.openFile(name, JSON.stringify({ version: 1, ...program(...stacks) }));
  await playground.page.getByText(`Opened ${name}.`).waitFor();
};

const addIphone = async (): Promise<void> => {
  await playground.button('Add a device').click();
  await playground.page.getByRole('menuitem', { name: 'iPhone' }).click();
  await phone('iPhone').waitFor();
};

const runOn = async (name: string): Promise<void> => {
  await phone(name).getByRole('radio', { name: 'Programs run here' }).check();
  await playground.run();
};

/** Publishes with the form, which is opened if it is not. */
async function publish(fields: { channel: string; title?: string; message: string; to?: string }): Promise<Locator> {
  const form = playground.page.getByRole('form', { name: 'Publish a message' });
  if (!(await form.isVisible())) await playground.button('Publish a message').click();
  await form.getByLabel('Channel', { exact: true }).fill(fields.channel);
  await form.getByLabel('Title', { exact: true }).fill(fields.title ?? '');
  await form.getByLabel('Message', { exact: true }).fill(fields.message);
  await form.getByLabel('To whom').selectOption({ label: fields.to ?? 'Every device of the channel' });
  await form.getByRole('button', { name: 'Publish', exact: true }).click();
  return form;
}

describe('phones', () => {
  test('show the pushes of their channels, and no others', long, async () => {
    const { page } = await open();
    await playground.run();
    await addIphone();
    await openBlocks('sports.json', [register('sports')]);
    await runOn('iPhone');
    await eventually(async () =>
      (await playground.registrations()).map(([device, channel]) => [device, channel]),
    ).toEqual(
      expect.arrayContaining([
        [expect.stringMatching(/^Android 16/), 'ads'],
        [expect.stringMatching(/^iOS 26/), 'sports'],
      ]),
    );
    await phone('iPhone').getByText('Registered: sports').waitFor();

    const form = await publish({ channel: 'ads', title: 'Sale', message: 'Half <b>price</b>' });
    await form.getByText('Published to 1 device.').waitFor();
    await eventually(() => cards('Pixel')).toEqual(['Your app now Sale Half <b>price</b> ads']);
    expect(await cards('iPhone')).toEqual([]);
    await publish({ channel: 'sports', title: 'Goal', message: 'One to nil' });
    await eventually(() => cards('iPhone')).toEqual(['Goal now One to nil sports']);
    expect(await cards('Pixel')).toHaveLength(1);
    // To a platform that nobody has there.
    await publish({ channel: 'ads', message: 'Not for you', to: 'Only iOS' });
    await form.getByText('Published. No device gets it.').waitFor();
    expect(await cards('Pixel')).toHaveLength(1);
    expect(await playground.accessibilityFaults()).toEqual([]);

    // They are still there after a reload, and are no news.
    await page.reload();
    await playground.waitUntilReady();
    await eventually(() => cards('Pixel')).toHaveLength(1);
    expect(await phone('Pixel').locator('.card[data-new]').count()).toBe(0);
  });

  test('get what a program publishes; the form meets the errors of the service', async () => {
    await open();
    await playground.run();
    const form = await publish({ channel: 'a,b', message: 'x' });
    await form.getByText('Backendless error 5044').waitFor();
    await playground.makeFail({
      failure: '5007: No permission to publish the message.',
      span: 'Every run, until turned off',
    });
    await publish({ channel: 'ads', message: 'x' });
    await form.getByText(/Backendless error 5007.*Allow it/).waitFor();
    expect(await cards('Pixel')).toEqual([]);
    await playground.button('Turn off').click();
    const send = block('push_publish', {
      inputs: {
        MESSAGE: block('text', { fields: { TEXT: 'By program' } }),
        CHANNEL: block('text', { fields: { TEXT: 'ads' } }),
      },
    });
    await openBlocks('publish.json', [send]);
    await playground.run();
    await eventually(() => cards('Pixel')).toEqual(['Your app now By program ads']);
  });
});

test('devices are added, named, chosen and removed, by keyboard too, and kept', async () => {
  const { page } = await open();
  await playground.button('Add a device').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await phone('iPhone').waitFor();
  // It is in sight at once, beside the other one, in a slim pane, too; who does not see it hears of it.
  const edge = async (name: string): Promise<number> => {
    const box = await phone(name).boundingBox();
    return box ? box.x + box.width : Infinity;
  };
  await eventually(() => edge('iPhone')).toBeLessThanOrEqual(1280);
  expect(await page.locator('#spoken').innerText()).toBe('iPhone is added.');
  await phone('iPhone').getByLabel('Name of the device').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Tablet');
  await page.keyboard.press('Enter');
  await phone('Tablet').waitFor();
  await phone('Tablet').getByRole('radio').focus();
  await page.keyboard.press('Space');
  await eventually(() => phone('Tablet').getByRole('radio').isChecked()).toBe(true);
  await page.reload();
  await playground.waitUntilReady();
  await eventually(() => phone('Tablet').getByRole('radio').isChecked()).toBe(true);
  await playground.run();
  await eventually(async () => (await playground.registrations()).map(([device]) => device)).toEqual([
    expect.stringMatching(/^iOS 26/),
    expect.stringMatching(/^iOS 26/),
  ]);

  await playground.button('Remove Tablet').click();
  // What it registered is still there, and so is its phone, under its ID.
  await eventually(() => page.getByText('Set up by a program').count()).toBe(1);
  await eventually(() => phone('Pixel').getByRole('radio').isChecked()).toBe(true);
  expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await phone('Tablet').waitFor();
});

test('an expiration counts down, and its row goes when it comes', long, async () => {
  const { page } = await open();
  // The clock of the page, and so that of the service, is the test's from here on.
  await page.clock.install();
  await page.reload();
  await playground.waitUntilReady();
  await eventually(() => phone('Pixel').count()).toBe(1);
  // While nothing runs out, nothing is written, which the browser would have to draw anew; only clocks go on.
  await page.evaluate(() => {
    const changes: MutationRecord[] = [];
    Reflect.set(window, 'changes', changes);
    const pane = document.querySelector('#pane-registrations');
    if (!pane) throw new Error('There is no pane of registrations.');
    const isClock = ({ target }: MutationRecord): boolean =>
      (target instanceof Element ? target : target.parentElement)?.closest('.phone-clock') !== null;
    new MutationObserver((records) => changes.push(...records.filter((record) => !isClock(record)))).observe(pane, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await page.clock.runFor(3_000);
  expect(await page.evaluate(() => Reflect.get(window, 'changes').length)).toBe(0);
  const soon = block('date_from_now', { fields: { UNIT: 'MINUTES' }, inputs: { AMOUNT: number(10) } });
  await openBlocks('soon.json', [register('ads', { inputs: { EXPIRATION: soon } })]);
  await playground.run();
  const expires = async (): Promise<string> => (await playground.registrations())[0]?.[3] ?? '';
  await eventually(expires).toMatch(/^in (10|9) minutes/);
  await page.locator('tr[data-new]').waitFor();
  await page.clock.fastForward('08:30');
  await eventually(expires).toMatch(/^in \d\d seconds/);
  expect(await page.locator('tr[data-new]').count()).toBe(0);
  const shown = Number.parseInt((await expires()).slice(3), 10);
  await page.clock.fastForward('00:30');
  await eventually(async () => Number.parseInt((await expires()).slice(3), 10)).toBeLessThanOrEqual(shown - 30);
  await page.clock.fastForward('01:30');
  await page.locator('tr[data-gone]').getByText('Expired').waitFor();
  await page.getByText('No device is registered.').waitFor();
  await phone('Pixel').getByText('Not registered').waitFor();
  expect(await page.locator('tr[data-gone]').count()).toBe(0);
});

describe("an app of one's own", () => {
  const appId = 'AAAAAAAA-1111-2222-3333-444444444444';
  const apiKey = 'SECRET00-5555-6666-7777-888888888888';
  let server: EmulatorServer;
  let heard: string[];

  beforeAll(async () => {
    heard = [];
    server = await startServer({ port: 0, domainApp: appId, log: (line) => heard.push(line) });
  });

  afterAll(() => server?.close());

  async function choose(fill: (dialog: Locator) => Promise<void>): Promise<Locator> {
    await playground.page.locator('#backend').click();
    const dialog = playground.page.getByRole('dialog', { name: 'Choose the backend' });
    await dialog.getByRole('radio', { name: 'My Backendless app' }).check();
    await fill(dialog);
    await dialog.getByRole('button', { name: 'Apply' }).click();
    return dialog;
  }

  const byKeys = async (dialog: Locator): Promise<void> => {
    await dialog.getByLabel('Application ID', { exact: true }).fill(appId);
    await dialog.getByLabel('JS API key', { exact: true }).fill(apiKey);
    await dialog.getByLabel('Server').selectOption({ label: 'Another server' });
    await dialog.getByLabel('Address of the server').fill(server.url);
  };

  /** Requests to the server are what is meant here; any other is still a fault. */
  const forgiveOwn = (): void => {
    const others = playground.faults.filter((fault) => !fault.startsWith(`request: ${server.url}/`));
    playground.faults.splice(0, Infinity, ...others);
  };

  test('is reached by its keys, when Run is pressed and not before; the sign says so', long, async () => {
    const { page } = await open();
    const dialog = await choose(byKeys);
    await dialog.waitFor({ state: 'detached' });
    const sign = page.locator('#backend');
    expect(await sign.innerText()).toContain('Your app: AAAAAAAA');
    await page.getByText('The registrations of your app are in its Backendless console.').waitFor();
    await playground.button('Publish a message').click();
    await page.getByText('Messages to your app are published from').waitFor();
    expect(await playground.accessibilityFaults()).toEqual([]);
    expect(heard).toEqual([]);

    await playground.run();
    await eventually(() => playground.console.innerText()).toContain('Finished');
    const devices = await server.emulator.devices();
    expect(devices.map(({ appId: own, deviceId }) => [own, deviceId])).toEqual([[appId, 'example-device']]);
    expect(await playground.registrations()).toEqual([]);

    // The key is in the tab's own memory, and nowhere else.
    const kept = await page.evaluate(async () => {
      const all: unknown[] = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error));
        });
        for (const store of database.objectStoreNames) {
          const request = database.transaction(store).objectStore(store).getAll();
          all.push(await new Promise((resolve) => request.addEventListener('success', () => resolve(request.result))));
        }
        database.close();
      }
      return JSON.stringify([all, { ...localStorage }, location.href, new XMLSerializer().serializeToString(document)]);
    });
    expect(kept).toContain('example-device');
    expect(kept).not.toContain(apiKey);
    expect(await playground.savedFile()).not.toContain(apiKey);
    expect((await playground.exportedFile()).text).not.toContain(apiKey);
    expect(await playground.exportedRegistrations()).not.toContain(apiKey);

    // It is there after a reload, not in another tab, and gone when it is chosen away.
    await page.reload();
    await playground.waitUntilReady();
    expect(await sign.innerText()).toContain('Your app');
    const other = await Playground.join(playground, inject('site'));
    expect(await other.page.locator('#backend').textContent()).toContain('Simulated backend');
    await other.page.close();
    await sign.click();
    await page.getByRole('radio', { name: 'Simulated backend, in this page' }).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    await eventually(() => sign.textContent()).toContain('Simulated backend');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(apiKey);
    const before = heard.length;
    await playground.run();
    await eventually(() => playground.registrations()).toHaveLength(2);
    expect(heard.length).toBe(before);
    forgiveOwn();
  });

  test('is reached by its domain; an address that the page may not reach is refused', async () => {
    await open();
    await server.emulator.reset();
    const dialog = await choose(async (shown) => {
      await shown.getByRole('radio', { name: 'Domain' }).check();
      await shown.getByLabel('Domain of the app').fill('https://evil.example');
    });
    await dialog.getByText('This page is not allowed to reach that address.').waitFor();
    expect(await dialog.getByLabel('Domain of the app').evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await playground.accessibilityFaults()).toEqual([]);
    await dialog.getByLabel('Domain of the app').fill(server.url);
    expect(await dialog.getByText('This page is not allowed to reach that address.').count()).toBe(0);
    await playground.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await playground.run();
    await eventually(() => playground.console.innerText()).toContain('Finished');
    expect((await server.emulator.devices()).map((device) => device.appId)).toEqual([appId]);
    forgiveOwn();

    // Nothing answers there: browsers do not even try that port.
    await choose(async (shown) => shown.getByLabel('Domain of the app').fill('http://127.0.0.1:9'));
    const before = await playground.code();
    await playground.run();
    await eventually(() => playground.console.innerText()).toContain('No answer came from 127.0.0.1:9.');
    expect(await playground.code()).toBe(before);
    // The request that the SDK makes for itself has failed as well; nobody asked for it.
    expect(await playground.console.innerText()).not.toContain('app info');
    // The reason is told in place of what the browser says.
    await playground.console.getByRole('button', { name: 'Show the request and its answer' }).click();
    await playground.page.locator('.request-error').getByText('No answer came from 127.0.0.1:9.').waitFor();
    await playground.page.getByRole('tab', { name: 'Console' }).click();
    await playground.console.getByRole('button', { name: 'Choose the backend' }).click();
    await dialog.waitFor();
    const meant = (fault: string): boolean =>
      fault.includes('http://127.0.0.1:9/') || fault.includes('ERR_UNSAFE_PORT');
    playground.faults.splice(0, Infinity, ...playground.faults.filter((fault) => !meant(fault)));
  });
});
