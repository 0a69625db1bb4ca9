import type { Editor } from 'codeless-push-blocks';
import { CodelessEditor } from 'codeless-push-blocks/react';
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App({ first }: { first: unknown }) {
  const [program, setProgram] = useState(first);
  const [code, setCode] = useState('');
  const [outcome, setOutcome] = useState('');
  const [isLocked, lock] = useState(false);
  const [isThere, show] = useState(true);
  const editor = useRef<Editor | null>(null);

  async function run(): Promise<void> {
    const finished = await editor.current?.run().finished;
    setOutcome(finished?.outcome.status ?? '');
  }

  return (
    <>
      <div id="editor" className="editor">
        {isThere && (
          <CodelessEditor
            ref={editor}
            program={program}
            readOnly={isLocked}
            assetsUrl="./push-blocks/media/"
            runner={{ url: './push-blocks/runner.html' }}
            onChange={setProgram}
            onCode={(compilation) => setCode(compilation.code)}
            onError={({ error }) => setOutcome(error.message)}
          />
        )}
      </div>
      <button onClick={() => void run()}>Run</button>
      <button onClick={() => setProgram(first)}>Start again</button>
      <button onClick={() => lock(!isLocked)}>{isLocked ? 'Unlock' : 'Lock'}</button>
      <button onClick={() => show(!isThere)}>{isThere ? 'Close' : 'Open'}</button>
      <pre id="code">{code}</pre>
      <pre id="output">{outcome}</pre>
    </>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('There is no place for the page.');
const first: unknown = await (await fetch('./program.json')).json();
createRoot(root).render(
  <StrictMode>
    <App first={first} />
  </StrictMode>,
);
