/** Literals, keys and comments: text of any kind as source that stays what it is. */

/**
 * What no literal or comment may hold raw: control characters, line separators, lone surrogates,
 * characters that turn the direction of writing (they could show code other than it is), and the
 * byte order mark.
 */
const UNSAFE = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** What would end or disturb a `<script>` element that the code is put in. */
const MARKUP = /<(?=\/script|!--)/gi;

const PLAIN_STRING = /^[ !#-&(-;=-[\]-~]*$/;

/** A string literal, in the quotes that need fewer escapes, double ones if it is the same. */
export function stringLiteral(value: string): string {
  if (PLAIN_STRING.test(value)) return `"${value}"`;
  const quote = count(value, '"') > count(value, "'") ? "'" : '"';
  return quote + escapeUnsafe(value.replace(quote === '"' ? /["\\]/g : /['\\]/g, '\\$&')) + quote;
}

/** Text between the expressions of a template literal. Line breaks are escaped: the code keeps its shape. */
export function templateText(value: string): string {
  return escapeUnsafe(value.replace(/[`\\]|\$\{/g, '\\$&'));
}

function escapeUnsafe(value: string): string {
  return value.replace(UNSAFE, escapeCharacter).replace(MARKUP, '<\\');
}

function escapeCharacter(character: string): string {
  switch (character) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    default:
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  }
}

function count(value: string, character: string): number {
  let times = 0;
  for (let at = value.indexOf(character); at >= 0; at = value.indexOf(character, at + 1)) times++;
  return times;
}

/**
 * A number literal.
 * @throws {RangeError} If the value is negative or not finite: that is no literal.
 */
export function numberLiteral(value: number): string {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`Not a number literal: ${value}`);
  return String(value).replace('e+', 'e');
}

/** A regular expression literal; slashes and line breaks in the pattern are escaped. */
export function regExpLiteral(pattern: string, flags: string): string {
  let inClass = false;
  const source = pattern.replace(/\\[^]|[^]/g, (part) => {
    const character = part.at(-1) ?? '';
    if (part === '[') inClass = true;
    else if (part === ']') inClass = false;
    else if (part === '/' && !inClass) return '\\/';
    UNSAFE.lastIndex = 0;
    return UNSAFE.test(character) ? escapeCharacter(character) : part;
  });
  return `/${source.replace(MARKUP, '\\x3c') || '(?:)'}/${[...flags].sort().join('')}`;
}

const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;
const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

/** A property key, in quotes only where it must be: where it is no name. */
export function propertyKey(key: string): string {
  return isPropertyName(key) ? key : stringLiteral(key);
}

/** Whether the text can be a property's name. Letters outside the basic plane are no letters to older tools. */
function isPropertyName(key: string): boolean {
  return /^[a-z_$][\w$]*$/i.test(key) || (NAME.test(key) && !ASTRAL.test(key));
}

/** Line comments that say `lines`; a text of several lines becomes several. */
export function lineComments(lines: readonly string[]): string[] {
  return commentLines(lines).map((line) => (line === '' ? '//' : `// ${line}`));
}

/** A documentation comment that says `lines`, as lines of code; none if there is nothing to say. */
export function docComment(lines: readonly string[]): string[] {
  const safe = commentLines(lines).map((line) => line.replaceAll('*/', '*\\/'));
  while (safe.length > 0 && safe[0] === '') safe.shift();
  while (safe.length > 0 && safe.at(-1) === '') safe.pop();
  const [first] = safe;
  if (first === undefined) return [];
  if (safe.length === 1) return [`/** ${first.trimStart()} */`];
  return ['/**', ...safe.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'];
}

/** What TypeScript takes as an order rather than a remark. */
const DIRECTIVE = /^([\s/*]*)@(?=ts-)/;

/** What Prettier takes as one. */
const IGNORE = /^(\s*prettier)(?=-ignore\s*$)/;

function commentLines(lines: readonly string[]): string[] {
  return lines.flatMap((text) =>
    text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) =>
      line
        .replace(UNSAFE, (character) => (character === '\t' ? character : escapeCharacter(character)))
        .replace(MARKUP, '<\\')
        .replace(DIRECTIVE, '$1\\@')
        .replace(IGNORE, '$1\\')
        .trimEnd(),
    ),
  );
}
