/** One host takes back every change, one lets the editor have its way, and one hands in what is no program. */
import { CodelessEditor } from 'codeless-push-blocks/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const assets = { assetsUrl: './push-blocks/media/', runner: { url: './push-blocks/runner.html' } };

function App({ first }: { first: unknown }) {
  const [told, tell] = useState(0);
  const [kept, keep] = useState<unknown>(null);
  const [failure, fail] = useState('');
  return (
    <>
      <div id="controlled" className="editor">
        <CodelessEditor {...assets} program={first} onChange={() => tell((count) => count + 1)} />
      </div>
      <div id="uncontrolled" className="editor">
        <CodelessEditor {...assets} defaultProgram={first} onChange={keep} />
      </div>
      <div id="wrong" className="editor">
        <CodelessEditor {...assets} program={[]} onError={({ error, during }) => fail(`${during}: ${error.message}`)} />
      </div>
      <pre id="told">{told}</pre>
      <pre id="kept">{JSON.stringify(kept)}</pre>
      <pre id="failure">{failure}</pre>
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
