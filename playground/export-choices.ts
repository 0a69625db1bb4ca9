/** How code and pictures are exported: chosen once, and remembered. */
import type { Editor } from '../src/editor/index.ts';
import { readPreference, writePreference } from './preferences.ts';

/** What a person chose. */
export interface ExportChoices {
  format: 'function' | 'script';
  /** The name of the function, as it was typed; the compiler makes a name of it. */
  name: string;
  /** Pictures in the colours of the page, or light. */
  pictures: 'page' | 'light';
}

/** The name that a function has unless another is chosen. */
export const usualName = 'main';

/** What holds until a person chooses. */
export const usualChoices: ExportChoices = { format: 'function', name: usualName, pictures: 'page' };

export function readExportChoices(): ExportChoices {
  return {
    format: readPreference('export-format') === 'script' ? 'script' : 'function',
    name: readPreference('export-name') ?? usualName,
    pictures: readPreference('export-pictures') === 'light' ? 'light' : 'page',
  };
}

/** Remembers the choices, and shows the code as it is exported. */
export function applyExportChoices(editor: Editor, choices: ExportChoices): void {
  writePreference('export-format', choices.format);
  writePreference('export-name', choices.name);
  writePreference('export-pictures', choices.pictures);
  editor.update({ compile: compileOptions(choices) });
}

/** The choices in the words of the compiler. */
export function compileOptions({ format, name }: ExportChoices): { format: ExportChoices['format']; name: string } {
  return { format, name: name.trim() || usualName };
}

/** Whether the code is in the form that it has until a person chooses another. */
export function isUsualCode(choices: ExportChoices): boolean {
  const [chosen, usual] = [compileOptions(choices), compileOptions(usualChoices)];
  return chosen.format === usual.format && chosen.name === usual.name;
}
