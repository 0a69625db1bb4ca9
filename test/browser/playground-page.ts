/** The playground as a person has it: opened in a browser, with what one reads and does there. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Download, Locator, Page } from 'playwright';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A GUID as the service gives them. */
export const ID = '[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}';

/** A playground in a browser context of its own. */
export class Playground {
  readonly page: Page;
  /** Errors on the page and on its console, and requests to other hosts. None is ever expected. */
  readonly faults: string[] = [];

  private constructor(page: Page, url: string) {
    this.page = page;
    const { host } = new URL(url);
    page.on('pageerror', (error) => this.faults.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const address = new URL(request.url());
      if (!['blob:', 'data:'].includes(address.protocol) && address.host !== host) {
        this.faults.push(`request: ${request.url()}`);
      }
    });
  }

  /** Opens the page and waits until it can be used. `prepare` runs in the page before its own scripts. */
  static async open(
    browser: Browser,
    url: string,
    { prepare, ...options }: BrowserContextOptions & { prepare?: () => void } = {},
  ): Promise<Playground> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      // Only what is about visits without a network has the page kept for them.
      serviceWorkers: 'block',
      ...options,
    });
    if (prepare) await context.addInitScript(prepare);
    const playground = new Playground(await context.newPage(), url);
    await playground.page.goto(url);
    await playground.waitUntilReady();
    return playground;
  }

  /** Opens the page in another tab of the same browser window. It is closed with the first. */
  static async join(first: Playground, url: string): Promise<Playground> {
    const playground = new Playground(await first.page.context().newPage(), url);
    await playground.page.goto(url);
    await playground.waitUntilReady();
    return playground;
  }

  async waitUntilReady(): Promise<void> {
    await this.page.locator('.cm-line').first().waitFor({ state: 'attached' });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get console(): Locator {
    return this.page.getByRole('log', { name: 'Console' });
  }

  /** The rows of the table of registrations, each as the texts one sees in its cells; not those on their way out. */
  async registrations(): Promise<string[][]> {
    const rows = this.page.getByRole('table', { name: 'Registrations' }).locator('tbody tr:not([data-gone])');
    return rows.evaluateAll((elements) =>
      elements.map((row) =>
        Array.from(row.cloneNode(true).childNodes)
          .filter((cell) => cell instanceof HTMLElement)
          .map((cell) => {
            for (const spoken of cell.querySelectorAll('.spoken')) spoken.remove();
            return cell.textContent?.trim().replace(/\s+/g, ' ') ?? '';
          }),
      ),
    );
  }

  /** Chooses from the menu of the registrations. */
  async chooseInRegistrations(name: string): Promise<void> {
    await this.button('More about registrations').click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  /** Exports what the service holds. */
  async exportedRegistrations(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.chooseInRegistrations('Export as a file'),
    ]);
    return textOf(download);
  }

  /** Makes the service fail, as chosen in the dialog. */
  async makeFail({ failure, delay, span }: { failure?: string; delay?: string; span?: string }): Promise<void> {
    await this.button('Make the service fail').click();
    const dialog = this.page.getByRole('dialog', { name: 'Make the service fail' });
    if (failure) await dialog.getByLabel('What goes wrong').selectOption({ label: failure });
    if (delay) await dialog.getByLabel('Time to answer').selectOption({ label: delay });
    if (span) await dialog.getByLabel(span).check();
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** The code that is shown, whole. The view keeps lines far from the visible ones out of the page: it is scrolled. */
  async code(): Promise<string> {
    const region = this.page.getByRole('region', { name: 'Code' });
    await region.locator('.cm-content').waitFor({ state: 'attached' });
    const lines = await region.locator('.cm-line').allTextContents();
    return lines.join('\n');
  }

  /** A block of the workspace, by its ID. */
  block(id: string): Locator {
    return this.page.locator(`.blocklyBlockCanvas [data-id="${id}"]`).first();
  }

  /** A button of the header, after opening what it is in on a narrow page. */
  async headerButton(name: string): Promise<Locator> {
    const wanted = this.button(name);
    if (!(await wanted.isVisible())) await this.button('More').click();
    return wanted;
  }

  /** Opens a program as a person does: with the button, from a file. */
  async openFile(name: string, content: string): Promise<void> {
    const open = await this.headerButton('Open');
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), open.click()]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  }

  /** Opens one of the saved programs of `test/programs`, and waits for it. */
  async openProgram(name: string): Promise<void> {
    const file = join(import.meta.dirname, '../programs', `${name}.json`);
    await this.openFile(`${name}.json`, readFileSync(file, 'utf8'));
    await this.page.getByText(`Opened ${name}.json.`).waitFor();
  }

  /** Saves, and gives the text of the file. */
  async savedFile(): Promise<string> {
    const save = await this.headerButton('Save');
    const [download] = await Promise.all([this.page.waitForEvent('download'), save.click()]);
    return textOf(download);
  }

  /** The program as Save gives it. */
  async savedProgram(): Promise<unknown> {
    return JSON.parse(await this.savedFile());
  }

  /** Exports the code as a file. */
  async exportedFile(): Promise<{ name: string; text: string }> {
    await (await this.headerButton('Export')).click();
    const item = this.page.getByRole('menuitem', { name: 'Download .ts file' });
    const [download] = await Promise.all([this.page.waitForEvent('download'), item.click()]);
    return { name: download.suggestedFilename(), text: await textOf(download) };
  }

  /** Presses Run and waits until the run is over, one way or another. */
  async run(): Promise<void> {
    await this.button('Run').click();
    await expect.poll(() => this.button('Run').isEnabled(), { timeout: 30_000 }).toBe(true);
  }

  /** The buttons in a part of the page that lie over each other, or not wholly on the page. */
  crowdedButtons(within: string): Promise<string[]> {
    return this.page.locator(within).evaluate((part) => {
      const boxes = Array.from(part.querySelectorAll('button, input'))
        .map((button) => ({ name: button.id || button.className, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      const crowded = boxes.filter(({ box }, index) => {
        const isOutside = box.left < 0 || box.right > innerWidth || box.bottom > innerHeight;
        const isCovered = boxes.slice(index + 1).some(({ box: other }) => {
          const isBeside = box.right <= other.left + 1 || other.right <= box.left + 1;
          const isBelow = box.bottom <= other.top + 1 || other.bottom <= box.top + 1;
          return !isBeside && !isBelow;
        });
        return isOutside || isCovered;
      });
      return crowded.map(({ name }) => name);
    });
  }

  /** What axe finds wrong, one line for each finding: on the whole page, or within some of its elements. */
  async accessibilityFaults(within?: string[]): Promise<string[]> {
    await this.page.evaluate(axeSource);
    const { violations } = await this.page.evaluate((selectors) => {
      const axe: typeof import('axe-core') = Reflect.get(window, 'axe');
      const parts = selectors?.filter((selector) => document.querySelector(selector) !== null);
      return axe.run(parts === undefined ? document : { include: parts });
    }, within);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
  }
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}
