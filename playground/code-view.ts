/**
 * The generated code: read only, to be selected, searched and copied, with the code of one block lit up.
 *
 * Loaded on its own, since CodeMirror is a third of the page's script and nobody types here first.
 */
import { defaultKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import {
  Compartment,
  EditorSelection,
  EditorState,
  StateEffect,
  StateField,
  Transaction,
  type ChangeSpec,
} from '@codemirror/state';
import {
  Decoration,
  EditorView,
  RectangleMarker,
  keymap,
  layer,
  lineNumbers,
  type DecorationSet,
} from '@codemirror/view';
import type { BlockRange } from '../src/editor/index.ts';
import { codeColours, codeLook } from './code-look.ts';
import { codeProblems, setProblems, type CodeProblem } from './code-problems.ts';
import type { ThemeName } from './theme.ts';

/** What the view tells the page. */
export interface CodeViewEvents {
  /** The caret was moved into the code of a block, or, with `undefined`, out of all of them. */
  caret: (blockId: string | undefined) => void;
  /** The pointer is over the code of a block, or, with `undefined`, of none any more. */
  hover: (blockId: string | undefined) => void;
  /** The block of the code at the caret is asked for: Enter, or a double click. */
  jump: (blockId: string) => void;
}

const litMark = Decoration.mark({ class: 'cm-lit' });
const litLine = Decoration.line({ class: 'cm-lit-line' });
const setLit = StateEffect.define<{ from: number; to: number } | undefined>();

const lit = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setLit)) next = effect.value ? light(transaction.state, effect.value) : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const setHovered = StateEffect.define<BlockRange | undefined>();

const hovered = StateField.define<BlockRange | undefined>({
  create: () => undefined,
  update(range, transaction) {
    let next = transaction.docChanged ? undefined : range;
    for (const effect of transaction.effects) if (effect.is(setHovered)) next = effect.value;
    return next;
  },
});

/** Behind the text, which stays as it is: what shows tips looks for the very element that the pointer is on. */
const hoverLayer = layer({
  above: false,
  class: 'cm-hover-layer',
  markers(view) {
    const range = view.state.field(hovered);
    return range ? RectangleMarker.forRange(view, 'cm-hovered', EditorSelection.range(range.start, range.end)) : [];
  },
  update: (update) =>
    update.geometryChanged ||
    update.viewportChanged ||
    update.startState.field(hovered) !== update.state.field(hovered),
});

/** Marks the text, line by line, so that the blanks before each line stay dark. */
function light(state: EditorState, { from, to }: { from: number; to: number }): DecorationSet {
  const marks = [];
  for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
    marks.push(litLine.range(line.from));
    const indent = line.text.length - line.text.trimStart().length;
    const start = Math.max(from, line.from + indent);
    const end = Math.min(to, line.to);
    if (start < end) marks.push(litMark.range(start, end));
    if (to <= line.to) break;
  }
  return Decoration.set(marks);
}

/** Shows code in an element. */
export class CodeView {
  readonly #view: EditorView;
  readonly #events: CodeViewEvents;
  readonly #look = new Compartment();
  /** What is shown. */
  #code = '';
  #ranges: readonly BlockRange[] = [];
  #litBlock: string | undefined;
  #hovered: string | undefined;

  constructor(
    parent: HTMLElement,
    { label, problems }: { label: string; problems: string },
    theme: ThemeName,
    events: CodeViewEvents,
  ) {
    this.#events = events;
    this.#view = new EditorView({
      parent,
      state: EditorState.create({
        extensions: [
          lineNumbers(),
          javascript({ typescript: true }),
          syntaxHighlighting(codeColours),
          this.#look.of(codeLook(theme)),
          search({ top: true }),
          highlightSelectionMatches(),
          EditorState.readOnly.of(true),
          // Focusable and with a caret, but without the keyboard of a phone.
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-readonly': 'true',
            inputmode: 'none',
            tabindex: '0',
          }),
          keymap.of([{ key: 'Enter', run: () => this.#jump() }, ...searchKeymap, ...defaultKeymap]),
          EditorView.domEventHandlers({
            dblclick: () => this.#jump(),
            mousemove: (event) => this.#hover(event),
            mouseleave: () => this.#hover(undefined),
          }),
          hovered,
          hoverLayer,
          lit,
          codeProblems(problems),
          EditorView.updateListener.of((update) => {
            const byPerson = update.transactions.some((one) => one.annotation(Transaction.userEvent) !== undefined);
            if (update.selectionSet && byPerson) events.caret(this.#blockAtCaret());
          }),
        ],
      }),
    });
  }

  /** Calls back once every line is where it will be: until it has measured them, the view guesses how high they are. */
  whenMeasured(act: () => void): void {
    this.#view.requestMeasure({ read: () => undefined, write: act });
  }

  /** Shows new code. Only the part that differs is replaced, so the place one was reading stays in sight. */
  show(code: string, ranges: readonly BlockRange[], problems: readonly CodeProblem[]): void {
    this.#ranges = ranges;
    const changes = difference(this.#code, code);
    this.#code = code;
    this.#hovered = undefined;
    this.#view.dispatch({
      ...(changes && { changes }),
      effects: [setProblems.of(problems), ...this.#lightOn(this.#litBlock, false)],
    });
  }

  /** Lights up the code of a block, and scrolls it into view; `undefined` puts the light out. */
  light(blockId: string | undefined, { scroll = true } = {}): void {
    this.#litBlock = blockId;
    this.#view.dispatch({ effects: this.#lightOn(blockId, scroll) });
  }

  #lightOn(blockId: string | undefined, scroll: boolean): StateEffect<unknown>[] {
    const range = blockId === undefined ? undefined : this.#ranges.find((one) => one.blockId === blockId);
    const isEmpty = !range || range.start === range.end;
    const effects: StateEffect<unknown>[] = [setLit.of(isEmpty ? undefined : { from: range.start, to: range.end })];
    if (!isEmpty && scroll) effects.push(EditorView.scrollIntoView(range.start, { y: 'nearest', yMargin: 40 }));
    return effects;
  }

  /** Goes to the code of a block, with the keyboard. Whether it has any. */
  goTo(blockId: string): boolean {
    const range = this.#ranges.find((one) => one.blockId === blockId && one.start < one.end);
    if (!range) return false;
    this.#view.dispatch({ selection: { anchor: range.start }, scrollIntoView: true });
    this.light(blockId);
    this.#view.focus();
    return true;
  }

  /** Changes between light and dark. */
  setTheme(theme: ThemeName): void {
    this.#view.dispatch({ effects: this.#look.reconfigure(codeLook(theme)) });
  }

  #blockAtCaret(): string | undefined {
    return this.#rangeAt(this.#view.state.selection.main.head)?.blockId;
  }

  /** The smallest range that holds a place: ranges list outer blocks before inner ones. */
  #rangeAt(place: number): BlockRange | undefined {
    return this.#ranges.findLast(({ start, end }) => start <= place && place <= end);
  }

  #hover(event: MouseEvent | undefined): void {
    // Not while something is being selected.
    const place = event && event.buttons === 0 ? this.#view.posAtCoords(event) : null;
    const range = place === null ? undefined : this.#rangeAt(place);
    if (range?.blockId === this.#hovered) return;
    this.#hovered = range?.blockId;
    this.#view.dispatch({ effects: setHovered.of(range && range.start < range.end ? range : undefined) });
    this.#events.hover(this.#hovered);
  }

  #jump(): boolean {
    const blockId = this.#blockAtCaret();
    if (blockId !== undefined) this.#events.jump(blockId);
    return blockId !== undefined;
  }
}

/** One replacement that turns the one text into the other; `undefined` when they are equal. */
function difference(before: string, after: string): ChangeSpec | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}
