/** Where the pictures and cursors of Blockly are, so that no page ever asks a third party for them. */

/** The folder of the copy that comes with this package, with a slash at its end. */
export function ownMediaUrl(): string {
  // Served from the sources, the files are still in Blockly's package; built, they are beside the script.
  const folder = import.meta.env?.DEV ? '../../node_modules/blockly/media/' : './media/';
  // Not in one expression: a bundler would take that for a file of its own.
  const here = import.meta.url;
  return new URL(folder, here).href;
}

/** The files that the editor shows are not where it looks for them. */
export class AssetsError extends Error {
  override readonly name = 'AssetsError';
  /** The folder in which it looked. */
  readonly url: string;

  constructor(url: string) {
    super(
      `The editor's pictures are not at ${url}. Copy them with “npx codeless-push-blocks assets <folder>” to where the page is served from, and name that folder's “media/” in the option “assetsUrl”.`,
    );
    this.url = url;
  }
}

/** Looks for a picture that every editor shows, and tells when it is not there. */
export function checkMedia(folder: string, report: (error: AssetsError) => void): void {
  const picture = new Image();
  picture.addEventListener('error', () => report(new AssetsError(folder)));
  picture.src = `${folder}sprites.svg`;
}

/** The folder a host named, resolved against its page, with a slash at its end. */
export function mediaUrl(assetsUrl: string | URL | undefined): string {
  if (assetsUrl === undefined) return ownMediaUrl();
  const { href } = new URL(assetsUrl, document.baseURI);
  return href.endsWith('/') ? href : `${href}/`;
}
