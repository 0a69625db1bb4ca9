/** What programs talk to: the simulated service, or an app of the person's own. Kept for the tab, and nowhere else. */
import { serverHandler, type BackendHandler, type EditorRunOptions } from '../src/editor/index.ts';
import type { Messages } from './messages.ts';
import { describeNoAnswer } from './request-words.ts';

const key = 'codeless-push-blocks:own-app';

/** The hosts of Backendless, by region. */
export const regionHosts = {
  us: 'https://api.backendless.com',
  eu: 'https://eu-api.backendless.com',
  sa: 'https://sa-api.backendless.com',
} as const;

/** An app of the person's own, by its keys or by its domain. */
export type OwnApp =
  | { by: 'keys'; appId: string; apiKey: string; serverURL: string }
  /** Such as `https://example.backendless.app`. */
  | { by: 'domain'; domain: string };

/** The choice, and the way there. */
export class BackendChoice {
  readonly #listeners = new Set<() => void>();
  readonly #simulated: BackendHandler;
  readonly #messages: Messages;
  #own: OwnApp | undefined;

  /** `simulated` answers where no app of the person's own is chosen. */
  constructor(simulated: BackendHandler, messages: Messages) {
    this.#simulated = simulated;
    this.#messages = messages;
    this.#own = readKept();
  }

  /** The app that is chosen; undefined while the service is simulated. */
  get own(): OwnApp | undefined {
    return this.#own;
  }

  /**
   * Answers the requests of programs. To an app of the person's own they go as they are, and nowhere else. Where there
   * is no answer, rejects with the reason in words.
   */
  readonly handle: BackendHandler = async (request, signal) => {
    const root = this.#own && rootOf(this.#own);
    const handle = root === undefined ? this.#simulated : serverHandler({ mode: 'server', url: root });
    try {
      return await handle(request, signal);
    } catch (error) {
      throw new Error(describeNoAnswer(error, root && new URL(root).host, this.#messages), { cause: error });
    }
  };

  /** What a run is to begin with. */
  get runOptions(): Pick<EditorRunOptions, 'app'> {
    const own = this.#own;
    if (!own) return {};
    return { app: own.by === 'keys' ? { appId: own.appId, apiKey: own.apiKey, serverURL: own.serverURL } : own };
  }

  choose(own: OwnApp | undefined): void {
    this.#own = own;
    try {
      if (own) sessionStorage.setItem(key, JSON.stringify(own));
      else sessionStorage.removeItem(key);
    } catch {
      // The choice still holds until the page is left.
    }
    for (const listener of this.#listeners) listener();
  }

  /** Calls the listener after every change from now on. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }
}

/** The address that all requests to an app begin with. */
export function rootOf(own: OwnApp): string {
  return own.by === 'keys' ? `${own.serverURL}/${own.appId}/${own.apiKey}/` : `${own.domain}/api/`;
}

/** A server's address without path, query and slash at its end; undefined when it is none. */
export function readServer(text: string): string | undefined {
  const address = /^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(address);
  const isPlain = pathname === '/' && search === '' && hash === '' && username === '' && password === '';
  return /^https?:$/.test(protocol) && isPlain ? origin : undefined;
}

function readKept(): OwnApp | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const text = (name: string): string => {
      const value: unknown = Reflect.get(kept, name);
      return typeof value === 'string' ? value : '';
    };
    const by = text('by');
    if (by === 'domain') {
      const domain = readServer(text('domain'));
      return domain === undefined ? undefined : { by, domain };
    }
    const serverURL = readServer(text('serverURL'));
    const [appId, apiKey] = [text('appId'), text('apiKey')];
    return by === 'keys' && serverURL !== undefined && appId && apiKey ? { by, appId, apiKey, serverURL } : undefined;
  } catch {
    return undefined;
  }
}
