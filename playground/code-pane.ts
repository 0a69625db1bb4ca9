/** The code beside the blocks, and the light that falls on both at once. */
import type { Compilation, Diagnostic, Editor } from '../src/editor/index.ts';
import type { CodeProblem } from './code-problems.ts';
import { whenIdle } from './idle.ts';
import type { Messages } from './messages.ts';
import { plainCode } from './plain-code.ts';
import type { Theme } from './theme.ts';

/** What the code is connected with. */
export interface CodePaneOptions {
  editor: Editor;
  theme: Theme;
  messages: Messages;
  /** Brings a block into view. */
  showBlock: (blockId: string) => void;
}

/** The code, once it is there. */
export interface CodePane {
  /** Goes to the code of a block, with the keyboard. Whether it has any. */
  goTo: (blockId: string) => boolean;
}

const hovered = 'cpb-hovered';
/** While the view is there but does not know its measures: the plain text stays over it. */
const unmeasured = 'code-unmeasured';

/**
 * Shows the code of the editor in the element, from now on. Until the view with its colours has loaded, the plain
 * text is there.
 */
export async function connectCode(
  element: HTMLElement,
  { editor, theme, messages, showBlock }: CodePaneOptions,
): Promise<CodePane> {
  const plain = plainCode(element);
  let compilation: Compilation | undefined;
  let draw = ({ code }: Compilation): void => {
    plain.textContent = code;
  };
  const show = (next: Compilation): void => {
    compilation = next;
    draw(next);
  };
  // The first code comes a frame after the blocks.
  editor.on('code', show);

  // Loading and setting up the view is work that no hand on the blocks should have to wait for.
  await whenIdle();
  const { CodeView } = await import('./code-view.ts');
  element.classList.add(unmeasured);
  const labels = { label: messages.codeText, problems: messages.finding.problem };
  let under: Element | undefined;
  const view = new CodeView(element, labels, theme.name, {
    caret(blockId) {
      view.light(blockId, { scroll: false });
      editor.highlight(blockId ?? null);
    },
    hover(blockId) {
      under?.classList.remove(hovered);
      under = blockId === undefined ? undefined : editor.workspace.getBlockById(blockId)?.getSvgRoot();
      under?.classList.add(hovered);
    },
    jump: showBlock,
  });
  draw = (next) => view.show(next.code, next.ranges, problemsIn(next, editor));
  if (compilation) draw(compilation);
  view.whenMeasured(() => {
    element.classList.remove(unmeasured);
    plain.remove();
  });
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
  return { goTo: (blockId) => view.goTo(blockId) };
}

/** The problems that are about a place in the code. What is left out of the code is marked where it would be. */
function problemsIn({ ranges, diagnostics }: Compilation, editor: Editor): CodeProblem[] {
  const rangeOf = new Map(ranges.filter(({ start, end }) => start < end).map((range) => [range.blockId, range]));
  const placeOf = ({ blockId, input }: Diagnostic) => {
    const block = editor.workspace.getBlockById(blockId);
    const within = input === undefined ? null : block?.getInputTargetBlock(input);
    for (let one = within ?? block; one; one = one.getParent()) {
      const range = rangeOf.get(one.id);
      if (range) return range;
    }
    return undefined;
  };
  return diagnostics.flatMap((problem) => {
    const range = placeOf(problem);
    if (!range) return [];
    const { severity, message } = problem;
    return [{ from: range.start, to: range.end, severity, message, fixes: editor.fixes(problem) }];
  });
}
