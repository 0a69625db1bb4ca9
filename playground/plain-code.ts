/** The code without colours, for as long as the view that has them is not there. */
const className = 'code-plain';

/** The place for it in the element, made where there is none yet. */
export function plainCode(element: HTMLElement): HTMLElement {
  const found = element.querySelector(`.${className}`);
  if (found instanceof HTMLElement) return found;
  const made = document.createElement('pre');
  made.className = className;
  element.append(made);
  return made;
}
