/** Small helpers for the elements of the page. */

/** The one element that matches, of the class asked for. Throws when the page does not have it. */
export function part<T extends Element>(root: ParentNode, selector: string, kind: new () => T): T {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return found;
}
