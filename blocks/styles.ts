/**
 * Blockly's style sheets: there while an editor needs them, gone with the last one.
 *
 * Blockly adds `<style>` elements and never removes them, and a `style-src` without `'unsafe-inline'` forbids them. Here
 * the same rules are counted for each document or shadow root, and are constructed sheets: shared between all editors,
 * parsed once, and allowed by every policy. They come after the sheets of a page, so a page that wants to have the last
 * word says where: `.my-page .blocklyTooltipDiv`.
 */
import * as Blockly from 'blockly';

/** A place that has style sheets of its own. */
export type StyleRoot = Document | ShadowRoot;

interface Sheets {
  users: number;
  /** What takes each sheet away again, by its key. */
  removers: Map<string, () => void>;
}

const rootSheets = new WeakMap<StyleRoot, Sheets>();

/** Sheets that were constructed, by their text. There are a few: one for each media folder, one for each theme. */
const constructed = new Map<string, CSSStyleSheet>();

/** Blockly's own rules, by media folder. */
const baseRules = new Map<string, string>();

/** The document or shadow root whose style sheets reach an element; for one that is not on the page, its document. */
export function styleRootOf(element: Element): StyleRoot {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : element.ownerDocument;
}

/**
 * Puts Blockly's rules into a root for one more user. Call what it gives back when that user goes; with the last one
 * everything goes that was put there. Inject Blockly with `css: false` then.
 */
export function useStyles(root: StyleRoot, mediaUrl: string): () => void {
  const sheets = rootSheets.get(root) ?? { users: 0, removers: new Map() };
  rootSheets.set(root, sheets);
  sheets.users += 1;
  add(root, sheets, `base ${mediaUrl}`, () => rulesOf(mediaUrl));
  return () => {
    sheets.users -= 1;
    if (sheets.users > 0) return;
    for (const remove of sheets.removers.values()) remove();
    rootSheets.delete(root);
  };
}

/**
 * Adds the rules of a renderer to a root where {@link useStyles} is in force.
 *
 * @returns false where it is not.
 */
export function addRendererStyles(root: StyleRoot, selector: string, rules: () => string): boolean {
  const sheets = rootSheets.get(root);
  if (sheets === undefined) return false;
  add(root, sheets, `renderer ${selector}`, rules);
  return true;
}

function add(root: StyleRoot, { removers }: Sheets, key: string, rules: () => string): void {
  if (!removers.has(key)) removers.set(key, adopt(root, rules()));
}

function adopt(root: StyleRoot, rules: string): () => void {
  const sheet = constructed.get(rules) ?? new CSSStyleSheet();
  if (!constructed.has(rules)) {
    sheet.replaceSync(rules);
    constructed.set(rules, sheet);
  }
  // Before those that a host has adopted, so that its own come last.
  root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/** Blockly hands its rules out only as an element, here into a root that is never on the page. */
function rulesOf(mediaUrl: string): string {
  let rules = baseRules.get(mediaUrl);
  if (rules === undefined) {
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    const container = document.createElement('div');
    root.append(container);
    Blockly.Css.inject(container, true, mediaUrl);
    rules = root.querySelector('style')?.textContent ?? '';
    baseRules.set(mediaUrl, rules);
  }
  return rules;
}
