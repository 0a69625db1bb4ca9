import 'codeless-push-blocks/element';
import type { CodelessEditorElement } from 'codeless-push-blocks/element';
import type { CodelessEditorJsx } from 'codeless-push-blocks/react';
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const files: CodelessEditorJsx = {
  'assets-url': './push-blocks/media/',
  'runner-url': './push-blocks/runner.html',
};

function App({ program }: { program: unknown }) {
  const [code, setCode] = useState('');
  const [outcome, setOutcome] = useState('');
  const element = useRef<CodelessEditorElement>(null);

  async function run(): Promise<void> {
    const finished = await element.current?.editor?.run().finished;
    setOutcome(finished?.outcome.status ?? '');
  }

  return (
    <>
      <codeless-editor
        ref={element}
        id="editor"
        className="editor"
        theme="light"
        {...files}
        program={program}
        oncode={({ detail }) => setCode(detail.code)}
        onerror={({ detail }) => setOutcome(detail.error.message)}
      />
      <button onClick={() => void run()}>Run</button>
      <pre id="code">{code}</pre>
      <pre id="output">{outcome}</pre>
    </>
  );
}

// The types know each attribute.
type Takes<Value, Name extends keyof CodelessEditorJsx> = Value extends CodelessEditorJsx[Name] ? true : false;
export const takes: [Takes<'dark', 'theme'>, Takes<'pink', 'theme'>] = [true, false];

const root = document.getElementById('root');
if (!root) throw new Error('There is no place for the page.');
const program: unknown = await (await fetch('./program.json')).json();
createRoot(root).render(
  <StrictMode>
    <App program={program} />
  </StrictMode>,
);
