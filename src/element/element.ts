/** The class of `<codeless-editor>`. */
import {
  createEditor,
  loadLocale,
  type Editor,
  type EditorEvents,
  type EditorOptions,
  type EditorTheme,
} from '../editor/index.ts';
import { toError } from '../editor/events.ts';
import { saveProgram } from '../editor/saving.ts';
import { isThemeName } from '../editor/theme.ts';

/** The options that are no text, and are set as one property. */
export type ElementOptions = Pick<
  EditorOptions,
  'toolbox' | 'blocks' | 'lowerings' | 'messages' | 'compile' | 'backend'
>;

/** What the element tells: the events of the editor, each as a `CustomEvent` with what it carries in `detail`. */
export type CodelessEditorEvents = EditorEvents & {
  /** The editor is there with its first program. */
  ready: Editor;
};

/**
 * The editor as an element. Attributes: `name`, `program`, `theme`, `readonly`, `disabled`, `locale`, `assets-url` and
 * `runner-url`. In a form its value is the program as JSON. It lives in a shadow root, and needs a height.
 */
export interface CodelessEditorElement extends HTMLElement {
  /** The editor; null while the element is not on a page. */
  readonly editor: Editor | null;
  /** Options beside those that are attributes. They count from the next time the element comes to a page. */
  options: ElementOptions;
  /** The program. What is set while the element is on a page must be one that can be loaded, or `error` tells. */
  program: unknown;
  /** The program as JSON text, as a form sends it. */
  value: string;
  /** Whether it is a viewer. */
  readOnly: boolean;
  /** The name under which a form sends the program. */
  name: string;
  addEventListener<Name extends keyof CodelessEditorEvents>(
    type: Name,
    listener: (event: CustomEvent<CodelessEditorEvents[Name]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

const style = ':host { display: block; } :host([hidden]) { display: none; } div { width: 100%; height: 100%; }';

const eventNames = ['change', 'code', 'diagnostics', 'select', 'run', 'error'] as const;

/** Makes the class; a function, since a server has no `HTMLElement` to extend. */
export function createElementClass(): new () => CodelessEditorElement {
  return class extends HTMLElement implements CodelessEditorElement {
    static readonly formAssociated = true;
    static readonly observedAttributes = ['theme', 'readonly', 'program', 'locale', 'assets-url', 'runner-url'];

    readonly #internals = this.attachInternals();
    readonly #root = this.attachShadow({ mode: 'open' });
    #options: ElementOptions = {};
    #editor: Editor | null = null;
    #program: unknown;
    #isDisabled = false;
    /** The time on a page that is now; a locale that comes later belongs to none. */
    #visit = 0;

    get editor(): Editor | null {
      return this.#editor;
    }

    get options(): ElementOptions {
      return this.#options;
    }
    set options(options: ElementOptions) {
      this.#options = { ...options };
    }

    get program(): unknown {
      return this.#program ?? parse(this.getAttribute('program')) ?? {};
    }
    set program(program: unknown) {
      this.#show(program);
    }

    get value(): string {
      return JSON.stringify(this.program);
    }
    set value(value: string) {
      this.#try(() => this.#show(JSON.parse(value)));
    }

    get readOnly(): boolean {
      return this.hasAttribute('readonly');
    }
    set readOnly(readOnly: boolean) {
      this.toggleAttribute('readonly', readOnly);
    }

    get name(): string {
      return this.getAttribute('name') ?? '';
    }
    set name(name: string) {
      this.setAttribute('name', name);
    }

    connectedCallback(): void {
      // What was set before the element was defined is an own property, and hides ours.
      for (const name of ['options', 'program', 'readOnly', 'name', 'value'] as const) this.#adopt(name);
      void this.#mount(++this.#visit);
    }

    disconnectedCallback(): void {
      this.#visit++;
      this.#unmount();
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      const editor = this.#editor;
      if (editor === null || before === now) return;
      this.#try(() => {
        if (name === 'theme') editor.update({ theme: themeOf(now) });
        else if (name === 'readonly') this.#updateReadOnly();
        else if (name === 'program') this.#show(parse(now) ?? {});
        else this.#remount();
      });
    }

    formDisabledCallback(isDisabled: boolean): void {
      this.#isDisabled = isDisabled;
      this.#updateReadOnly();
    }

    formResetCallback(): void {
      this.#try(() => this.#show(parse(this.getAttribute('program')) ?? {}));
    }

    formStateRestoreCallback(state: unknown): void {
      if (typeof state === 'string') this.#try(() => this.#show(JSON.parse(state)));
    }

    async #mount(visit: number): Promise<void> {
      try {
        const wanted = this.getAttribute('locale');
        const locale = wanted === null ? undefined : await loadLocale(wanted);
        if (visit !== this.#visit) return;
        const sheet = document.createElement('style');
        sheet.textContent = style;
        const place = document.createElement('div');
        this.#root.replaceChildren(sheet, place);
        const [assetsUrl, runnerUrl] = [this.getAttribute('assets-url'), this.getAttribute('runner-url')];
        const editor = createEditor(place, {
          ...this.#options,
          program: this.program,
          theme: themeOf(this.getAttribute('theme')),
          readOnly: this.readOnly || this.#isDisabled,
          ...(locale && { locale }),
          ...(assetsUrl !== null && { assetsUrl }),
          ...(runnerUrl !== null && { runner: { url: runnerUrl } }),
        });
        this.#editor = editor;
        this.#listen(editor);
        await editor.ready;
        if (this.#editor !== editor) return;
        this.#keepShown(editor);
        this.dispatchEvent(new CustomEvent('ready', { detail: editor }));
      } catch (cause) {
        // When the first program is none, the editor tells that itself.
        if (this.#editor === null) this.#tell(cause);
      }
    }

    #listen(editor: Editor): void {
      editor.on('change', ({ kind }) => {
        if (kind === 'load') return;
        this.#try(() => this.#keepShown(editor));
      });
      for (const name of eventNames) {
        editor.on(name, (detail) => this.dispatchEvent(new CustomEvent(name, { detail })));
      }
    }

    #unmount(): void {
      const editor = this.#editor;
      // What changed in this frame of the screen has not been told yet.
      if (editor !== null) this.#try(() => this.#keepShown(editor));
      editor?.dispose();
      this.#editor = null;
      this.#root.replaceChildren();
    }

    #remount(): void {
      this.#unmount();
      void this.#mount(++this.#visit);
    }

    #show(program: unknown): void {
      if (this.#editor === null) {
        this.#program = program;
        return;
      }
      const editor = this.#editor;
      this.#try(() => {
        editor.load(program);
        this.#keepShown(editor);
      });
    }

    /** Keeps what an editor shows, for the form and for the next time on a page. It does not count as saved by that. */
    #keepShown(editor: Editor): void {
      this.#program = saveProgram(editor.workspace);
      this.#internals.setFormValue(JSON.stringify(this.#program));
    }

    #updateReadOnly(): void {
      this.#editor?.update({ readOnly: this.readOnly || this.#isDisabled });
    }

    #adopt(name: 'options' | 'program' | 'readOnly' | 'name' | 'value'): void {
      if (!Object.hasOwn(this, name)) return;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }

    #try(action: () => void): void {
      try {
        action();
      } catch (cause) {
        this.#tell(cause);
      }
    }

    #tell(cause: unknown): void {
      const detail: EditorEvents['error'] = { error: toError(cause), during: 'load' };
      this.dispatchEvent(new CustomEvent('error', { detail }));
    }
  };
}

/** A look by its name; an attribute that names none means the default. */
function themeOf(name: string | null): EditorTheme {
  return name !== null && isThemeName(name) ? name : 'auto';
}

function parse(json: string | null): unknown {
  return json === null ? undefined : JSON.parse(json);
}
