/** Joins a program with the SDK that it imports. */

/** A program whose imports can be loaded. */
export interface LinkedProgram {
  text: string;
  /** Whether the program imports the SDK at all. */
  usesSdk: boolean;
}

const BLANK = /(?:\s|\/\/[^\n\u2028\u2029]*|\/\*[^]*?\*\/)*/y;
const IMPORT = /import(?![\w$]|\s*[.(])[^"';]*(["'])([^"'\n]*)\1[ \t]*;?/y;

/**
 * Puts `url` in place of `backendless` in the imports a module starts with. No line moves.
 * Whatever follows the imports is left alone, also where it looks like one.
 */
export function linkProgram(javascript: string, url: string): LinkedProgram {
  let text = '';
  let copied = 0;
  let position = 0;
  for (;;) {
    position = skip(BLANK, javascript, position);
    IMPORT.lastIndex = position;
    const found = IMPORT.exec(javascript);
    if (!found) break;
    position = IMPORT.lastIndex;
    if (found[2] !== 'backendless') continue;
    const end = found.index + found[0].lastIndexOf('backendless');
    text += javascript.slice(copied, end) + url;
    copied = end + 'backendless'.length;
  }
  return { text: text + javascript.slice(copied), usesSdk: copied > 0 };
}

function skip(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : position;
}
