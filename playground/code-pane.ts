/** The code beside the blocks, and the light that falls on both at once. */
import type { Compilation, Editor } from '../src/editor/index.ts';
import type { Messages } from './messages.ts';
import type { Theme } from './theme.ts';

/** What the code is connected with. */
export interface CodePaneOptions {
  editor: Editor;
  theme: Theme;
  messages: Messages;
  /** Brings a block into view. */
  showBlock: (blockId: string) => void;
}

/**
 * Shows the code of the editor in the element, from now on. Until the view with its colours has loaded, the plain
 * text is there.
 */
export async function connectCode(
  element: HTMLElement,
  { editor, theme, messages, showBlock }: CodePaneOptions,
): Promise<void> {
  const plain = document.createElement('pre');
  plain.className = 'code-plain';
  element.append(plain);
  let compilation = editor.compile();
  let draw = ({ code }: Compilation): void => {
    plain.textContent = code;
  };
  const show = (next: Compilation): void => {
    compilation = next;
    draw(next);
  };
  show(compilation);
  editor.on('code', show);

  const { CodeView } = await import('./code-view.ts');
  const view = new CodeView(element, messages.codeText, theme.name, {
    caret(blockId) {
      view.light(blockId, { scroll: false });
      editor.highlight(blockId ?? null);
    },
    jump: showBlock,
  });
  plain.remove();
  draw = ({ code, ranges }) => view.show(code, ranges);
  draw(compilation);
  editor.on('select', ({ blockId }) => view.light(blockId ?? undefined));
  editor.on('run', (event) => {
    if (event.type === 'paused') view.light(event.blockId);
    else if (event.type === 'resumed' || event.type === 'finished') view.light(undefined);
  });
  editor.on('change', ({ kind }) => {
    // Another program may have blocks of the same IDs.
    if (kind === 'load') view.light(undefined);
  });
  theme.onChange((name) => view.setTheme(name));
}
