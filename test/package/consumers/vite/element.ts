import 'codeless-push-blocks/element';

const element = document.querySelector('codeless-editor');
const [run, code, output] = ['run', 'code', 'output'].map((id) => document.getElementById(id));
if (!element || !run || !code || !output) throw new Error('The page is not complete.');

element.addEventListener('code', ({ detail }) => {
  code.textContent = detail.code;
});
element.addEventListener('error', ({ detail }) => {
  output.textContent = `${detail.during}: ${detail.error.message}`;
});
element.program = await (await fetch('./program.json')).json();
run.addEventListener('click', async () => {
  const finished = await element.editor?.run().finished;
  output.textContent = finished?.outcome.status ?? '';
});
