/**
 * Problems in the code: a line below what they are about, a sign at the number of the line, and a tip that says what it
 * is and mends it. The tip comes to the pointer, and to the keyboard when it is asked for.
 */
import { RangeSet, StateEffect, StateField, type EditorState, type Extension, type Range } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  GutterMarker,
  gutterLineClass,
  hoverTooltip,
  keymap,
  showTooltip,
  type DecorationSet,
  type Tooltip,
} from '@codemirror/view';
import { html, render } from 'lit';
import { until } from 'lit/directives/until.js';
import type { Fix, Severity } from '../src/editor/index.ts';
import { icon } from './icons.ts';
import { fixButtons, problemIcons } from './problem-words.ts';

/** A problem, and where in the code it is. */
export interface CodeProblem {
  from: number;
  to: number;
  severity: Severity;
  message: string;
  fixes: Promise<readonly Fix[]>;
}

/** Shows these problems in place of those before. */
export const setProblems = StateEffect.define<readonly CodeProblem[]>();

const setTip = StateEffect.define<Tooltip | null>();

const problemField = StateField.define<{ problems: readonly CodeProblem[]; marks: DecorationSet }>({
  create: () => ({ problems: [], marks: Decoration.none }),
  update(value, transaction) {
    let next = transaction.docChanged ? { ...value, marks: value.marks.map(transaction.changes) } : value;
    for (const effect of transaction.effects) {
      if (effect.is(setProblems)) next = { problems: effect.value, marks: underline(transaction.state, effect.value) };
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

/** The line below, in the first line only where the code of a block goes over many. */
function underline(state: EditorState, problems: readonly CodeProblem[]): DecorationSet {
  const marks = problems.map(({ from, to, severity }) =>
    Decoration.mark({ class: `cm-problem cm-problem-${severity}` }).range(
      from,
      Math.min(to, state.doc.lineAt(from).to),
    ),
  );
  return Decoration.set(
    marks.filter(({ from, to }) => from < to),
    true,
  );
}

class LineSign extends GutterMarker {
  override readonly elementClass: string;

  constructor(severity: Severity) {
    super();
    this.elementClass = `cm-line-${severity}`;
  }
}

const signs = { error: new LineSign('error'), warning: new LineSign('warning') };

/** One sign a line, of the gravest problem in it. */
const lineSigns = gutterLineClass.compute([problemField], (state) => {
  const byLine = new Map<number, LineSign>();
  for (const { from, severity } of state.field(problemField).problems) {
    if (severity === 'info') continue;
    const line = state.doc.lineAt(Math.min(from, state.doc.length)).from;
    if (severity === 'error' || !byLine.has(line)) byLine.set(line, signs[severity]);
  }
  const ranges: Range<GutterMarker>[] = [...byLine].map(([line, sign]) => sign.range(line));
  return RangeSet.of(ranges, true);
});

function problemsAt(state: EditorState, position: number): CodeProblem[] {
  return state.field(problemField).problems.filter(({ from, to }) => from <= position && position <= to);
}

/** The tip on problems: what each is, and what mends it. */
function tipOn(problems: readonly CodeProblem[], label: string, opened?: (tip: HTMLElement) => void): Tooltip {
  const pos = Math.min(...problems.map(({ from }) => from));
  return {
    pos,
    end: Math.max(...problems.map(({ to }) => to)),
    above: true,
    create(view) {
      const dom = document.createElement('div');
      dom.className = 'cm-problem-tip';
      dom.tabIndex = -1;
      dom.setAttribute('role', 'group');
      dom.setAttribute('aria-label', label);
      const close = (): void => {
        view.dispatch({ effects: setTip.of(null) });
        view.focus();
      };
      dom.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      });
      render(
        problems.map(
          ({ severity, message, fixes }) =>
            html`<div class="tip-problem">
              <p class="problem ${problemIcons[severity]}">${icon(problemIcons[severity])}<span>${message}</span></p>
              ${until(
                fixes.then((found) => fixButtons(found, close)),
                '',
              )}
            </div>`,
        ),
        dom,
      );
      return {
        dom,
        mount: () => {
          if (opened) void Promise.all(problems.map(({ fixes }) => fixes)).then(() => opened(dom));
        },
      };
    },
  };
}

const tipField = StateField.define<Tooltip | null>({
  create: () => null,
  update(tip, transaction) {
    for (const effect of transaction.effects) if (effect.is(setTip)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : tip;
  },
  provide: (field) => showTooltip.from(field),
});

/** Opens the tip on the problem at the caret, for the keyboard. */
function openTip(view: EditorView, label: string): boolean {
  const problems = problemsAt(view.state, view.state.selection.main.head);
  if (problems.length === 0) return false;
  const enter = (tip: HTMLElement): void => (tip.querySelector<HTMLElement>('button') ?? tip).focus();
  view.dispatch({ effects: setTip.of(tipOn(problems, label, enter)) });
  return true;
}

/** Moves the caret to the next problem after it, or the one before it; from the last to the first. */
function goToProblem(view: EditorView, isBack: boolean): boolean {
  const caret = view.state.selection.main.head;
  const starts = view.state
    .field(problemField)
    .problems.map(({ from }) => from)
    .toSorted((a, b) => a - b);
  const target = isBack
    ? (starts.findLast((start) => start < caret) ?? starts.at(-1))
    : (starts.find((start) => start > caret) ?? starts[0]);
  if (target === undefined) return false;
  view.dispatch({ selection: { anchor: target }, scrollIntoView: true, userEvent: 'select' });
  return true;
}

/** Problems in the code. `label` is what a group of them is called. */
export function codeProblems(label: string): Extension {
  return [
    problemField,
    lineSigns,
    tipField,
    hoverTooltip((view, position) => {
      const problems = problemsAt(view.state, position);
      return problems.length > 0 && view.state.field(tipField) === null ? tipOn(problems, label) : null;
    }),
    keymap.of([
      { key: 'Mod-.', run: (view) => openTip(view, label) },
      { key: 'F2', run: (view) => goToProblem(view, false), shift: (view) => goToProblem(view, true) },
    ]),
  ];
}
