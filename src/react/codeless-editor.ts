/** An editor for React 18 and later. */
import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useReducer,
  useRef,
  type CSSProperties,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import {
  createEditor,
  type Editor,
  type EditorEvents,
  type EditorOptions,
  type EditorUpdate,
  type ProgramChange,
  type ProgramState,
} from '../editor/index.ts';
import { toError } from '../editor/events.ts';
import { sameOption, updatable } from './options.ts';

/**
 * What the component takes: the options of the editor, and a listener for each of its events. Options that
 * `editor.update` changes follow the properties; of the others the first value counts, and another `key` gives a new
 * editor.
 */
export interface CodelessEditorProps extends Omit<EditorOptions, 'program' | 'signal'> {
  /**
   * The program to show. With it the component is controlled: each change is told to `onChange`, and is taken back
   * unless `program` becomes what was told.
   */
  program?: unknown;
  /** The program to begin with, where the component is not controlled. */
  defaultProgram?: unknown;
  /** The program was changed by a person. */
  onChange?(program: ProgramState, change: ProgramChange): void;
  /** As the event `code`. */
  onCode?(compilation: EditorEvents['code']): void;
  /** As the event `diagnostics`. */
  onDiagnostics?(diagnostics: EditorEvents['diagnostics']): void;
  /** As the event `select`. */
  onSelect?(selection: EditorEvents['select']): void;
  /** As the event `run`. */
  onRun?(event: EditorEvents['run']): void;
  /** As the event `error`; also when `program` cannot be shown. Without it, such an error is reported to the page. */
  onError?(failure: EditorEvents['error']): void;
  /** The editor is on the page with its first program. */
  onReady?(editor: Editor): void;
  /** ID of the element around the editor. */
  id?: string;
  /** Class of that element, which fills the one that it is in. */
  className?: string;
  /** Style of that element. */
  style?: CSSProperties;
}

/** An editor of blocks. Its ref is the editor that `createEditor` gives; null before it is on the page. */
export const CodelessEditor: ForwardRefExoticComponent<CodelessEditorProps & RefAttributes<Editor | null>> = forwardRef<
  Editor | null,
  CodelessEditorProps
>((props, ref) => {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  /** What the program is that the host was told last, or gave last. */
  const agreed = useRef<unknown>(undefined);
  /** The properties as they are now, for listeners that outlive a rendering. */
  const latest = useRef(props);
  const [mounted, mount] = useReducer((count: number) => count + 1, 0);
  const [changes, noteChange] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (place.current === null) return undefined;
    const program = latest.current.program ?? latest.current.defaultProgram;
    // What is among the properties and no option, the editor does not look at.
    const created = createEditor(place.current, { ...latest.current, program });
    editor.current = created;
    agreed.current = program;
    created.on('change', (change) => {
      if (change.kind === 'load') return;
      const saved = created.save();
      agreed.current = saved;
      latest.current.onChange?.(saved, change);
      noteChange();
    });
    created.on('code', (payload) => latest.current.onCode?.(payload));
    created.on('diagnostics', (payload) => latest.current.onDiagnostics?.(payload));
    created.on('select', (payload) => latest.current.onSelect?.(payload));
    created.on('run', (payload) => latest.current.onRun?.(payload));
    created.on('error', (failure) => tell(failure, latest.current));
    void isReady(created).then((ready) => ready && editor.current === created && latest.current.onReady?.(created));
    mount();
    return () => {
      editor.current = null;
      created.dispose();
    };
  }, []);

  useImperativeHandle<Editor | null, Editor | null>(ref, () => editor.current, [mounted]);

  useFollowedOptions(editor, props);

  const { program } = props;
  useEffect(() => {
    if (editor.current === null || program === undefined || program === agreed.current) return;
    try {
      if (JSON.stringify(program) !== JSON.stringify(editor.current.save())) editor.current.load(program);
      agreed.current = program;
    } catch (cause) {
      // It is not tried again until the host gives another one.
      agreed.current = program;
      tell({ error: toError(cause), during: 'load' }, latest.current);
    }
  }, [program, changes]);

  const { id, className, style } = props;
  return createElement('div', { ref: place, id, className, style: { width: '100%', height: '100%', ...style } });
});
CodelessEditor.displayName = 'CodelessEditor';

/** Hands options on that have changed since the last rendering, and only those. */
function useFollowedOptions(editor: { readonly current: Editor | null }, props: CodelessEditorProps): void {
  const followed = useRef(updatable(props));
  useEffect(() => {
    const before = followed.current;
    const now = updatable(props);
    followed.current = now;
    const update: EditorUpdate = {};
    for (const name of optionNames(now)) {
      if (!sameOption(before[name], now[name])) Object.assign(update, { [name]: now[name] });
    }
    if (Object.keys(update).length > 0) editor.current?.update(update);
  });
}

function optionNames(options: EditorUpdate): (keyof EditorUpdate)[] {
  return Object.keys(options).filter((name): name is keyof EditorUpdate => name in options);
}

function tell(failure: EditorEvents['error'], { onError }: CodelessEditorProps): void {
  if (onError) onError(failure);
  else reportError(failure.error);
}

/** Whether an editor showed its first program in the end; why it did not, its event `error` says. */
async function isReady({ ready }: Editor): Promise<boolean> {
  try {
    await ready;
    return true;
  } catch {
    return false;
  }
}
