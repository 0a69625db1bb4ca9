/** One who tries everything in no order: random actions on the playground, the same ones for the same seed. */
import type { Page } from 'playwright';
import { Choices, type Weighted } from '../random/choices.ts';

type Action = (monkey: Monkey) => Promise<unknown>;

/** What is done, and how often. */
const actions: readonly Weighted<[name: string, act: Action]>[] = [
  [20, ['drag', (monkey) => monkey.drag()]],
  [14, ['click', (monkey) => monkey.click()]],
  [22, ['key', (monkey) => monkey.key()]],
  [8, ['type', (monkey) => monkey.type()]],
  [10, ['undo', (monkey) => monkey.press('ControlOrMeta+z')]],
  [6, ['redo', (monkey) => monkey.press('ControlOrMeta+Shift+z')]],
  [5, ['run', (monkey) => monkey.press('ControlOrMeta+Enter')]],
  [4, ['start', (monkey) => monkey.use('run')]],
  [4, ['stop', (monkey) => monkey.use('stop')]],
  [3, ['step', (monkey) => monkey.use('step')]],
  [3, ['pause', (monkey) => monkey.use('pause')]],
  [4, ['menu', (monkey) => monkey.menu()]],
  [2, ['palette', (monkey) => monkey.press('ControlOrMeta+k')]],
  [5, ['escape', (monkey) => monkey.press('Escape')]],
];

const keys = [
  ...['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'Enter', 'Escape', 'Delete', 'Tab', 'Shift+Tab'],
  ...['c', 'd', 'g', 'm', 't', 'w', 'x', 'ControlOrMeta+c', 'ControlOrMeta+v', 'ControlOrMeta+x', 'F2'],
];

/** Menus whose lines lead nowhere from which there is no way back by Escape. */
const menus = ['program', 'theme', 'learn'];

/** Does random things, one after the other. */
export class Monkey {
  readonly #page: Page;
  readonly #choices: Choices;
  /** What it did, from the first to the last. */
  readonly done: string[] = [];

  constructor(page: Page, seed: number) {
    this.#page = page;
    this.#choices = new Choices(seed);
  }

  /** Does one thing. */
  async act(): Promise<void> {
    const [name, act] = this.#choices.weighted(actions);
    this.done.push(name);
    await act(this);
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  key(): Promise<void> {
    return this.press(this.#choices.pick(keys));
  }

  type(): Promise<void> {
    return this.#page.keyboard.type(String(this.#choices.below(100)));
  }

  /** From anywhere in the blocks or their toolbox to anywhere else, the bin included. */
  async drag(): Promise<void> {
    if (this.#choices.chance(0.5)) await this.click();
    const { mouse } = this.#page;
    const [from, to] = [await this.#place(), await this.#place()];
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 3 });
    await mouse.up();
  }

  async click(): Promise<void> {
    const { x, y } = await this.#place();
    await this.#page.mouse.click(x, y, { button: this.#choices.chance(0.15) ? 'right' : 'left' });
  }

  /** Opens a menu of the header, and takes a line. */
  async menu(): Promise<void> {
    const lines = this.#choices.below(7);
    if (!(await this.use(this.#choices.pick(menus)))) return;
    for (let line = 0; line < lines; line += 1) await this.press('ArrowDown');
    await this.press('Enter');
  }

  /** Presses a button, if nothing is over it and it can be pressed. Whether it was. */
  async use(id: string): Promise<boolean> {
    const place = await this.#page.evaluate((name) => {
      const button = document.getElementById(name);
      const box = button?.getBoundingClientRect();
      if (!box) return undefined;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return button?.contains(document.elementFromPoint(x, y)) ? { x, y } : undefined;
    }, id);
    if (place) await this.#page.mouse.click(place.x, place.y);
    return place !== undefined;
  }

  /** Often on a block: an empty place is dull. */
  async #place(): Promise<{ x: number; y: number }> {
    const [isOnBlock, across, down] = [
      this.#choices.chance(0.65),
      this.#choices.below(10_000) / 10_000,
      this.#choices.below(10_000) / 10_000,
    ];
    return this.#page.evaluate(
      ([wantsBlock, right, bottom]) => {
        const box = document.querySelector('#workspace')?.getBoundingClientRect();
        if (!box) throw new Error('There are no blocks.');
        const blocks = [...document.querySelectorAll('#workspace .blocklyPath')];
        const within = wantsBlock ? blocks[Math.floor(right * blocks.length)]?.getBoundingClientRect() : undefined;
        const x = within ? within.left + Math.min(12, within.width / 2) : box.left + right * box.width;
        const y = within ? within.top + bottom * within.height : box.top + bottom * box.height;
        return {
          x: Math.min(Math.max(x, box.left + 4), box.right - 4),
          y: Math.min(Math.max(y, box.top + 4), box.bottom - 4),
        };
      },
      [isOnBlock, across, down] as const,
    );
  }
}
