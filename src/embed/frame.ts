/** The frame's side: an editor that the page around it may use, if it is of an origin on the list. */
import {
  createEditor,
  loadLocale,
  type Editor,
  type EditorOptions,
  type EditorRun,
  type BackendHandler,
} from '../editor/index.ts';
import { keepFramesComing } from './animation-frames.ts';
import { Caller } from './caller.ts';
import { packError } from './errors.ts';
import {
  isMessage,
  PROTOCOL,
  PROTOCOL_VERSION,
  type ConnectMessage,
  type FrameMessage,
  type FrameMethods,
  type FrameOptions,
  type HostMethods,
  type ReadyMessage,
} from './protocol.ts';

/** What a page in a frame decides itself, whoever is around it. */
export interface ServeOptions extends Pick<EditorOptions, 'assetsUrl' | 'runner' | 'blocks' | 'lowerings'> {
  /** Exact origins of the pages that may use the editor, such as `https://app.example`. Nobody else gets anything. */
  allowedOrigins: readonly string[];
}

/**
 * Waits for the page around this one and gives it an editor, once. Does nothing when there is none around it.
 *
 * @returns What ends the waiting, and the editor if there is one.
 */
export function serveEditor(element: HTMLElement, { allowedOrigins, ...own }: ServeOptions): () => void {
  const closing = new AbortController();
  const host = parent;
  if (host === window) return () => closing.abort();
  addEventListener(
    'message',
    ({ source, origin, data, ports: [port] }: MessageEvent<unknown>) => {
      if (source !== host || !allowedOrigins.includes(origin) || !isMessage(data, 'connect') || port === undefined)
        return;
      if (served) return;
      served = true;
      serve(element, own, data, port, closing.signal);
    },
    { signal: closing.signal },
  );
  let served = false;
  const ready: ReadyMessage = { protocol: PROTOCOL, type: 'ready' };
  for (const origin of greeted(allowedOrigins)) host.postMessage(ready, origin);
  return () => closing.abort();
}

/** The origins on the list that the page around this one can have. Where the browser does not tell, all of them. */
function greeted(allowedOrigins: readonly string[]): readonly string[] {
  const around = location.ancestorOrigins?.[0] ?? originOf(document.referrer);
  return around === undefined ? allowedOrigins : allowedOrigins.filter((origin) => origin === around);
}

function originOf(referrer: string): string | undefined {
  return URL.canParse(referrer) ? new URL(referrer).origin : undefined;
}

function serve(
  element: HTMLElement,
  own: Omit<ServeOptions, 'allowedOrigins'>,
  { versions, options }: ConnectMessage,
  port: MessagePort,
  closing: AbortSignal,
): void {
  if (!versions.includes(PROTOCOL_VERSION)) {
    port.postMessage({ type: 'refused', versions: [PROTOCOL_VERSION] } satisfies FrameMessage);
    return;
  }
  keepFramesComing(closing);
  const runs = new Map<number, EditorRun>();
  let editor: Editor | undefined;
  const present = (): Editor => {
    if (editor === undefined) throw new Error('The editor is not there yet.');
    return editor;
  };
  const caller = new Caller<HostMethods, FrameMethods, FrameMessage>(port, {
    load: async (program) => {
      present().load(program);
      // What the host calls next, such as Undo, finds it recorded.
      await loadingTold(present());
    },
    save: () => present().save(),
    compile: (chosen) => present().compile(chosen),
    highlight: (blockId) => present().highlight(blockId),
    run: async (number, { hasPrompt, ...chosen }) => {
      const onPrompt = (message: string): Promise<string | null> => caller.call('prompt', number, message);
      const run = present().run({ ...chosen, ...(hasPrompt && { onPrompt }) });
      runs.set(number, run);
      try {
        return await run.finished;
      } finally {
        runs.delete(number);
      }
    },
    steer: (number, action, milliseconds) => {
      const run = runs.get(number);
      if (action === 'setDelay') run?.setDelay(milliseconds);
      else run?.[action]();
    },
    update: async ({ theme, readOnly, toolbox, compile, messages, locale }) =>
      present().update({
        ...(locale !== undefined && { locale: await loadLocale(locale) }),
        ...(messages !== undefined && { messages }),
        ...(theme !== undefined && { theme }),
        ...(readOnly !== undefined && { readOnly }),
        ...(toolbox !== undefined && { toolbox }),
        ...(compile !== undefined && { compile }),
      }),
    undo: () => present().undo(),
    redo: () => present().redo(),
  });

  async function begin(): Promise<void> {
    try {
      const { locale, hasBackend = false, ...data } = dataOf(options);
      const handle: BackendHandler = (request) => caller.call('handle', request);
      editor = createEditor(element, {
        ...data,
        ...own,
        blocks: [...(own.blocks ?? []), ...(data.blocks ?? [])],
        ...(locale !== undefined && { locale: await loadLocale(locale) }),
        ...(hasBackend && { backend: { mode: 'custom', handle } }),
        signal: closing,
      });
      forward(editor, (message) => caller.send(message));
      await editor.ready;
      caller.send({ type: 'connected', version: PROTOCOL_VERSION });
    } catch (cause) {
      caller.send({ type: 'failed', error: packError(cause) });
    }
  }
  void begin();
}

/** The options that a host may choose, and no others: where scripts and pages are loaded from is not its business. */
function dataOf(options: FrameOptions): FrameOptions {
  const { program, messages, theme, readOnly, toolbox, blocks, compile, locale, hasBackend } = options;
  return { program, messages, theme, readOnly, toolbox, blocks, compile, locale, hasBackend };
}

function forward(editor: Editor, send: (message: FrameMessage) => void): void {
  editor.on('change', (payload) => send({ type: 'event', name: 'change', payload }));
  editor.on('code', (payload) => send({ type: 'event', name: 'code', payload }));
  editor.on('diagnostics', (payload) => send({ type: 'event', name: 'diagnostics', payload }));
  editor.on('select', (payload) => send({ type: 'event', name: 'select', payload }));
  editor.on('run', (payload) => send({ type: 'event', name: 'run', payload }));
  editor.on('error', ({ error, during }) =>
    send({ type: 'event', name: 'error', payload: { error: packError(error), during } }),
  );
}

/** Resolves when a loading that is under way has been told, or why it could not be. */
function loadingTold(editor: Editor): Promise<void> {
  return new Promise((resolve) => {
    const told = (): void => {
      for (const off of listening) off();
      resolve();
    };
    const listening = [
      editor.on('change', ({ kind }) => kind === 'load' && told()),
      editor.on('error', ({ during }) => during === 'sync' && told()),
    ];
  });
}
