/** The gallery of examples. Their programs are files of their own, fetched when one looks at them. */
import { html, render } from 'lit';
import type { ProgramState } from '../src/editor/index.ts';
import { drawProgram } from '../src/editor/picture/index.ts';
import { openDialog } from './dialog.ts';
import type { Messages } from './messages.ts';
import type { Notices } from './notices.ts';
import type { ProgramDesk } from './program-desk.ts';

type Words = Messages['learning'];
/** The name of an example: of its file, and of its texts. */
export type ExampleName = keyof Words['gallery'];

/** The examples in the order in which one learns. */
export const levels: Readonly<Record<keyof Words['levels'], readonly ExampleName[]>> = {
  first: ['hello', 'register-device', 'two-channels'],
  registrations: [
    'each-channel',
    'expires-in-a-week',
    'what-is-known',
    'morning-or-evening',
    'ask-for-a-channel',
    'move-to-another-channel',
    'a-function',
  ],
  push: ['publish-and-receive', 'only-this-device'],
  errors: ['a-date-in-the-past', 'not-registered', 'try-again'],
};

const files = import.meta.glob<ProgramState>('./examples/*.json', { import: 'default' });

/** The program of an example. */
export async function readExample(name: ExampleName): Promise<ProgramState> {
  const read = files[`./examples/${name}.json`];
  if (!read) throw new Error(`There is no example ${name}.`);
  return read();
}

/** What the gallery works with. */
export interface GalleryOptions {
  desk: ProgramDesk;
  messages: Messages;
  notices: Notices;
}

/** Opens the gallery. */
export function openGallery({ desk, messages, notices }: GalleryOptions): void {
  const words = messages.learning;
  const pictures: string[] = [];
  const closing = new AbortController();
  const { body, close } = openDialog({
    title: words.galleryTitle,
    messages,
    className: 'huge',
    closed: () => {
      closing.abort();
      pictures.forEach((url) => URL.revokeObjectURL(url));
    },
  });
  const open = async (name: ExampleName): Promise<void> => {
    close();
    try {
      await desk.create({ name: words.gallery[name].title, program: await readExample(name) });
      notices.show({ kind: 'info', title: messages.programs.created(desk.name) });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      notices.show({ kind: 'error', title: messages.programs.cannotOpen(words.gallery[name].title), detail });
    }
  };
  const names = Object.keys(levels).filter((level): level is keyof typeof levels => level in levels);
  render(
    html`<p class="dialog-text">${words.galleryHelp}</p>
      ${names.map(
        (level) =>
          html`<h3 class="gallery-level">${words.levels[level]}</h3>
            <ul class="gallery">
              ${levels[level].map(
                (name) =>
                  html`<li class="example">
                    <div class="example-picture" data-example=${name}></div>
                    <h4 class="example-title" id="example-${name}">${words.gallery[name].title}</h4>
                    <p class="example-text">${words.gallery[name].text}</p>
                    <button
                      type="button"
                      class="button outlined"
                      aria-describedby="example-${name}"
                      @click=${() => void open(name)}
                    >
                      ${words.galleryOpen}<span class="spoken"> ${words.gallery[name].title}</span>
                    </button>
                  </li>`,
              )}
            </ul>`,
      )}`,
    body,
  );

  // A picture is drawn when its place comes into view, one after the other, so that the dialog scrolls freely.
  let turn = Promise.resolve();
  const draw = async (place: HTMLElement, name: ExampleName): Promise<void> => {
    if (closing.signal.aborted) return;
    const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
    const program = await readExample(name);
    const { svg, width, height } = await drawProgram(program, { theme, rtl: document.dir === 'rtl' });
    if (closing.signal.aborted) return;
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    pictures.push(url);
    const label = words.galleryPicture(words.gallery[name].title);
    render(html`<img src=${url} width=${width} height=${height} alt=${label} />`, place);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        observer.unobserve(target);
        const name = allNames().find((one) => one === target.dataset.example);
        // A picture that cannot be drawn leaves its place empty; the example itself says why when it is opened.
        if (name) turn = turn.then(() => draw(target, name)).catch(() => {});
      }
    },
    { root: body, rootMargin: '200px' },
  );
  for (const place of body.querySelectorAll('.example-picture')) observer.observe(place);
  closing.signal.addEventListener('abort', () => observer.disconnect());
}

function allNames(): ExampleName[] {
  return Object.values(levels).flat();
}
