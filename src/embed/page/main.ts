/** `embed.html`: an editor for the pages whose origins are in its list. */
import { serveEditor } from '../frame.ts';

const element = document.getElementById('editor');
if (!element) throw new Error('There is no place for the editor.');
serveEditor(element, {
  allowedOrigins: readList(document.getElementById('allowed-origins')?.textContent ?? ''),
  assetsUrl: './media/',
  runner: { url: './runner.html' },
});

/** The list in the page. With nothing in it, only pages of this origin may use the editor. */
function readList(text: string): string[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new TypeError('The allowed origins are a list.');
  const origins = list.map((item: unknown) => new URL(String(item)).origin);
  return origins.length > 0 ? origins : [location.origin];
}
