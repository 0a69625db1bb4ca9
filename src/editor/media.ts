/** Where the pictures and cursors of Blockly are, so that no page ever asks a third party for them. */

/** The folder of the copy that comes with this package, with a slash at its end. */
export function ownMediaUrl(): string {
  // Served from the sources, the files are still in Blockly's package; built, they are beside the script.
  const folder = import.meta.env?.DEV ? '../../node_modules/blockly/media/' : './media/';
  // Not in one expression: a bundler would take that for a file of its own.
  const here = import.meta.url;
  return new URL(folder, here).href;
}

/** The folder a host named, resolved against its page, with a slash at its end. */
export function mediaUrl(assetsUrl: string | URL | undefined): string {
  if (assetsUrl === undefined) return ownMediaUrl();
  const { href } = new URL(assetsUrl, document.baseURI);
  return href.endsWith('/') ? href : `${href}/`;
}
