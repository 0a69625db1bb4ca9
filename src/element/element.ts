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
import { ownMediaUrl } from '../editor/media.ts';
import { saveProgram } from '../editor/saving.ts';
import { isThemeName, type ThemeName } from '../editor/theme.ts';

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
  /**
   * Options beside those that are attributes. While the element is on a page, `toolbox`, `messages`, `compile` and
   * `backend` are taken over at once; `blocks` and `lowerings` count from the next time it comes to a page.
   */
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

/**
 * What the element takes in JSX, beside what every element takes: its attributes, its properties, and a listener for each
 * event under `on` and the event's name.
 */
export type CodelessEditorAttributes = {
  name?: string;
  theme?: 'auto' | ThemeName;
  readonly?: boolean;
  disabled?: boolean;
  /** BCP 47 tag. */
  locale?: string;
  'assets-url'?: string;
  'runner-url'?: string;
  program?: unknown;
  options?: ElementOptions;
} & { [Name in keyof CodelessEditorEvents as `on${Name}`]?: (event: CustomEvent<CodelessEditorEvents[Name]>) => void };

const style = ':host { display: block; } :host([hidden]) { display: none; } :host > div { width: 100%; height: 100%; }';

/** How often elements of this kind have come to a page. */
let visits = 0;

const eventNames = ['change', 'code', 'diagnostics', 'select', 'run', 'error'] as const;

/** Makes the class; a function, since a server has no `HTMLElement` to extend. */
export function createElementClass(): new () => CodelessEditorElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return class extends HTMLElement implements CodelessEditorElement {
    static readonly formAssociated = true;
    static readonly observedAttributes = ['theme', 'readonly', 'program', 'locale', 'assets-url', 'runner-url'];

    readonly #internals = this.attachInternals();
    readonly #root = shadowOf(this, sheet);
    #options: ElementOptions = {};
    #editor: Editor | null = null;
    #program: unknown;
    #isDisabled = false;
    /** The number of the time on a page that is now, or 0; a locale that comes later belongs to none. */
    #visit = 0;

    get editor(): Editor | null {
      // On its way from one place to another it is nowhere.
      return this.isConnected ? this.#editor : null;
    }

    get options(): ElementOptions {
      return this.#options;
    }
    set options(options: ElementOptions) {
      const before = this.#options;
      this.#options = { ...options };
      const editor = this.#editor;
      if (editor === null) return;
      this.#try(() => {
        const { toolbox, messages, compile, backend } = options;
        editor.update({
          ...(toolbox !== undefined && toolbox !== before.toolbox && { toolbox }),
          ...(messages !== undefined && messages !== before.messages && { messages }),
          ...(compile !== undefined && compile !== before.compile && { compile }),
          ...(backend !== undefined && backend !== before.backend && { backend }),
        });
      });
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
      this.#show(parse(value));
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
      // Moved, it is there already.
      if (this.#visit === 0) void this.#mount(++visits);
    }

    disconnectedCallback(): void {
      // What is moved comes back at once, with its history and its selection.
      queueMicrotask(() => {
        if (!this.isConnected) this.#unmount();
      });
    }

    /** That this is here has `moveBefore` call neither of the two above. */
    connectedMoveCallback(): void {}

    adoptedCallback(): void {
      // Nothing that was made for one document goes along to another.
      this.#unmount();
      if (this.isConnected) void this.#mount(++visits);
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      const editor = this.#editor;
      if (editor === null || before === now) return;
      this.#try(() => {
        if (name === 'theme') editor.update({ theme: themeOf(now) });
        else if (name === 'readonly') this.#updateReadOnly();
        else if (name === 'program') this.#show(parse(now) ?? {});
        else if (name === 'locale') void this.#speak(editor, now ?? 'en');
        else if (name === 'assets-url') editor.update({ assetsUrl: now ?? ownMediaUrl() });
        else editor.update({ runner: { url: now ?? 'runner.html' } });
      });
    }

    formDisabledCallback(isDisabled: boolean): void {
      this.#isDisabled = isDisabled;
      this.#updateReadOnly();
    }

    formResetCallback(): void {
      this.#show(parse(this.getAttribute('program')) ?? {});
    }

    formStateRestoreCallback(state: unknown): void {
      if (typeof state === 'string') this.#show(parse(state));
    }

    /** Takes over another language, unless it is another one again by the time it is there. */
    async #speak(editor: Editor, tag: string): Promise<void> {
      try {
        const locale = await loadLocale(tag);
        if (this.#editor === editor && (this.getAttribute('locale') ?? 'en') === tag) editor.update({ locale });
      } catch (cause) {
        this.#tell(cause);
      }
    }

    async #mount(visit: number): Promise<void> {
      this.#visit = visit;
      try {
        const wanted = this.getAttribute('locale');
        const locale = wanted === null ? undefined : await loadLocale(wanted);
        if (visit !== this.#visit) return;
        if (this.getAttribute('locale') !== wanted) {
          void this.#mount(visit);
          return;
        }
        const place = document.createElement('div');
        this.#root.replaceChildren(place);
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
      this.#visit = 0;
      const editor = this.#editor;
      // What changed in this frame of the screen has not been told yet.
      if (editor !== null) this.#try(() => this.#keepShown(editor));
      editor?.dispose();
      this.#editor = null;
      this.#root.replaceChildren();
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

/** A constructed sheet, and no element, which a policy may forbid. */
function shadowOf(element: HTMLElement, sheet: CSSStyleSheet): ShadowRoot {
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  return root;
}

/** A look by its name; an attribute that names none means the default. */
function themeOf(name: string | null): EditorTheme {
  return name !== null && isThemeName(name) ? name : 'auto';
}

/** What a text of JSON means. One that is none stays as it is: it is no program either, as loading it will tell. */
function parse(json: string | null): unknown {
  if (json === null) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
