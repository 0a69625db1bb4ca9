/**
 * `<codeless-editor>`: the editor as an element of HTML. Importing this defines the element where there are elements, and
 * does nothing on a server.
 */
import { createElementClass, type CodelessEditorElement } from './element.ts';

export type {
  CodelessEditorAttributes,
  CodelessEditorElement,
  CodelessEditorEvents,
  ElementOptions,
} from './element.ts';

/** The name of the element. */
export const TAG = 'codeless-editor';

declare global {
  interface HTMLElementTagNameMap {
    'codeless-editor': CodelessEditorElement;
  }
}

if (typeof customElements !== 'undefined' && customElements.get(TAG) === undefined) {
  customElements.define(TAG, createElementClass());
}
