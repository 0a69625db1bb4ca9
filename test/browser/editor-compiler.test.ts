/** An editor before its compiler is there: it comes a while after the blocks, or not at all. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EditorPages } from './editor-page.ts';

let pages: EditorPages;

beforeAll(async () => {
  pages = await EditorPages.start();
});

afterAll(async () => {
  await pages?.close();
});

const printing = {
  type: 'console_print',
  id: 'print',
  inputs: { VALUE: { shadow: { type: 'text', id: 'text', fields: { TEXT: 'early' } } } },
};

const compiler = '**/src/editor/compiling.ts*';

/** What it takes to compile only what changes. */
const edits = '**/generators/typescript/edit/kept-program.ts*';

it('has blocks and takes changes, and gives the code of all of them once it is there', async () => {
  let letCome = (): void => {};
  const mayCome = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  const { page, complaints } = await pages.visit('test/browser/fixtures/editor.html', async (opened) => {
    await opened.route(compiler, async (route) => {
      await mayCome;
      await route.continue();
    });
  });
  await page.waitForFunction(() => 'fixture' in globalThis);
  const early = await page.evaluate(
    async (program) => {
      const { createEditor, editor: subject, Blockly } = fixture;
      const told: string[] = [];
      Object.assign(globalThis, { told });
      subject.on('change', ({ kind }) => told.push(kind));
      subject.on('code', ({ code }) => told.push(`code with ${/"\w+"/.exec(code.split('{')[1] ?? '')?.[0]}`));
      subject.on('diagnostics', () => told.push('diagnostics'));
      subject.on('error', ({ error }) => told.push(error.message));
      const waitForReady = async (): Promise<void> => {
        await subject.ready;
        told.push('ready');
        subject.on('code', () => told.push('code for who waited'));
      };
      void waitForReady();
      const untilTold = (what: string) =>
        new Promise<void>((resolve) => {
          const off = subject.on('change', ({ kind }) => {
            if (kind !== what) return;
            off();
            resolve();
          });
        });
      subject.load(program);
      await untilTold('load');
      subject.workspace.getBlockById('text')?.setFieldValue('late', 'TEXT');
      await untilTold('edit');
      let said: unknown;
      try {
        subject.compile();
      } catch (error) {
        said = error instanceof Error ? error.message : error;
      }
      // One that does not live to see the compiler.
      const place = document.createElement('div');
      document.body.append(place);
      const brief = createEditor(place);
      for (const name of ['change', 'code', 'error'] as const)
        brief.on(name, () => told.push(`${name} of the brief one`));
      brief.dispose();
      place.remove();
      await Blockly.renderManagement.finishQueuedRenders();
      return { said, told: [...told], isDirty: JSON.stringify(subject.save()).includes('late') };
    },
    { version: 1, blocks: { blocks: [printing] } },
  );
  expect(early.said).toBe('The compiler is not there yet: wait for `ready` before `compile`.');
  expect(early.told).toEqual(['load', 'edit']);
  expect(early.isDirty).toBe(true);

  const running = page.evaluate(async () => (await fixture.editor.run().finished).outcome.status);
  letCome();
  expect(await running).toBe('done');
  await page.waitForFunction(() => Reflect.get(globalThis, 'told').includes('code for who waited'));
  expect(await page.evaluate(() => Reflect.get(globalThis, 'told'))).toEqual([
    ...early.told,
    'ready',
    'code with "late"',
    'code for who waited',
    'diagnostics',
  ]);
  expect(complaints).toEqual([]);
  await page.close();
});

it('says so when it is out of reach, works without it, and tries again after a change', async () => {
  const { page } = await pages.visit('test/browser/fixtures/editor.html', async (opened) => {
    await opened.route(compiler, (route) => route.abort());
  });
  await page.waitForFunction(() => 'fixture' in globalThis);
  const outcome = await page.evaluate(async () => {
    const { editor: subject } = fixture;
    const failed = new Promise<{ during: string; message: string }>((resolve) =>
      subject.on('error', ({ error, during }) => resolve({ during, message: error.message })),
    );
    const rejected = await subject.ready.then(
      () => 'fine',
      (error: unknown) => (error instanceof Error ? error.message : error),
    );
    const run = await subject.run().finished;
    return { rejected, failed: await failed, run: run.outcome, saved: subject.save() };
  });
  expect(outcome.rejected).toMatch(/^The compiler of the blocks could not be fetched: .*src\/editor\/compiling\.ts/);
  expect(outcome.failed).toEqual({ during: 'compiler', message: outcome.rejected });
  expect(outcome.run).toEqual({ status: 'failed', error: { name: 'Error', message: outcome.rejected } });
  expect(outcome.saved).toEqual({ version: 1 });

  await page.unroute(compiler);
  const code = await page.evaluate(
    (program) =>
      new Promise<string>((resolve) => {
        fixture.editor.on('code', (compilation) => resolve(compilation.code));
        fixture.editor.load(program);
      }),
    { version: 1, blocks: { blocks: [printing] } },
  );
  expect(code).toContain('console.log("early")');
  await page.close();
});

it('has the code follow the blocks without what compiles changes alone, which it asks for after each', async () => {
  const { page } = await pages.visit('test/browser/fixtures/editor.html', async (opened) => {
    await opened.route(edits, (route) => route.abort());
  });
  const refused = page.waitForEvent('requestfailed');
  await page.waitForFunction(() => 'fixture' in globalThis);
  await refused;
  const errors = await page.evaluateHandle(() => {
    const told: string[] = [];
    fixture.editor.on('error', ({ error }) => told.push(error.message));
    return told;
  });
  const codeOf = (value: string): Promise<string> =>
    page.evaluate(
      ([program, text]) =>
        new Promise<string>((resolve) => {
          const { editor: subject } = fixture;
          if (subject.workspace.getBlockById('text') === null) subject.load(program);
          subject.on('code', ({ code }) => {
            if (code.includes(text)) resolve(code);
          });
          subject.workspace.getBlockById('text')?.setFieldValue(text, 'TEXT');
        }),
      [{ version: 1, blocks: { blocks: [printing] } }, value] as const,
    );
  const again = page.waitForEvent('requestfailed');
  expect(await codeOf('first')).toContain('console.log("first")');
  await again;
  await page.unroute(edits);
  const fetched = page.waitForResponse(edits);
  expect(await codeOf('second')).toContain('console.log("second")');
  expect((await fetched).ok()).toBe(true);
  expect(await codeOf('third')).toContain('console.log("third")');
  expect(await errors.jsonValue()).toEqual([]);
  await page.close();
});
