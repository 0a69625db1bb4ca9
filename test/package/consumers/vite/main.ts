import { createEditor, ProgramError } from 'codeless-push-blocks';

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`There is no #${id} on this page.`);
  return found;
};

const editor = createEditor(element('editor'), {
  assetsUrl: './push-blocks/media/',
  runner: { url: './push-blocks/runner.html' },
});

// The code, now and after every change.
editor.on('code', ({ code }) => {
  element('code').textContent = code;
});
editor.on('change', ({ dirty }) => {
  element('save').textContent = dirty ? 'Save' : 'Saved';
});
// What fails while nobody waits for it.
editor.on('error', ({ error, during }) => console.error(during, error));

await editor.ready;
try {
  editor.load(await (await fetch('./program.json')).json());
} catch (error) {
  if (!(error instanceof ProgramError)) throw error;
  element('output').textContent = `${error.code}: ${error.message}`;
}

element('save').addEventListener('click', () => {
  localStorage.setItem('program', JSON.stringify(editor.save()));
  element('save').textContent = 'Saved';
});

element('run').addEventListener('click', async () => {
  const { outcome } = await editor.run({ timeout: 30_000 }).finished;
  element('output').textContent = outcome.status;
});

addEventListener('pagehide', () => editor.dispose());
