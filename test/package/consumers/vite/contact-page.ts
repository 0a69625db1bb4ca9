/** Lets the tests use the editor of the example. */
import { loadLocale, type Editor } from 'codeless-push-blocks';
import { editor } from './contact';

declare global {
  var editor: Editor;
  var speak: (tag: string) => Promise<void>;
}

Object.assign(globalThis, {
  editor,
  speak: async (tag: string) => editor.update({ locale: await loadLocale(tag) }),
});
