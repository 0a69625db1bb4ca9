/** Everything that the compiler has to say about a program. */
import type { Diagnostic } from './compilation.ts';
import { fillIn } from './fill-in.ts';

const error = <Sentence extends string>(sentence: Sentence) => ({ severity: 'error', sentence }) as const;
const warning = <Sentence extends string>(sentence: Sentence) => ({ severity: 'warning', sentence }) as const;
const info = <Sentence extends string>(sentence: Sentence) => ({ severity: 'info', sentence }) as const;

/**
 * How grave each kind of problem is, and the English sentence for it, by the code of the diagnostic. A code has one
 * sentence, so that a translation can go by it. Names in braces stand for the values of the diagnostic.
 */
export const problems = {
  'not-a-program': error('This is not a program: a program is a JSON object as Blockly saves it.'),
  'newer-version': error(
    'This program was saved in format version {version}; this compiler reads up to version {newest}.',
  ),
  'unknown-version': error('The version of this program is not a version number of the program format.'),
  'unreadable-blocks': error('The blocks of this program are not saved as Blockly saves them.'),
  'unreadable-variables': error('The variables of this program are not saved as Blockly saves them.'),
  'not-a-variable': error('A variable of this program has no name or no ID.'),
  'not-a-block': error('Something here is not a block: it has no type.'),
  'repeated-block': error('A block is in the program twice.'),
  'bad-inputs': error('The inputs of this {type} block cannot be read.'),

  'unknown-block': error('There is no way to compile a block of type "{type}".'),
  'lowering-failed': error('This {type} block could not be compiled: {reason}'),
  'not-a-value': error('A {type} block gives no value, but stands where one is needed.'),
  'unknown-input': error('A {type} block has no input "{input}" here; what is in it is left out.'),
  'missing-field': error('This {type} block has lost its field "{field}".'),
  'unknown-field-value': error('The field "{field}" of a {type} block cannot be "{value}".'),
  'unknown-variable': error('This block names a variable that the program does not have.'),
  'not-in-a-loop': error('This block works only within a loop.'),

  'unknown-function': error('There is no function called "{name}".'),
  'duplicate-function': error('There is more than one function called "{name}".'),
  'misplaced-function': error('A function can only be defined on its own, not within other blocks.'),
  'no-result': error('The function "{name}" gives no result.'),
  'not-in-a-function': error('This block works only within a function.'),
  'function-never-called': warning('The function "{name}" is never called.'),
  'empty-result': warning('This function returns nothing: its result is empty.'),

  'variable-never-set': warning('The variable "{name}" is never set.'),
  'unused-result': info('The result in "{name}" is never used.'),
  'empty-input': warning('An input of this block is empty.'),
  'loose-value': warning('This block gives a value that nothing takes.'),
  unreachable: warning('This block is never reached: the one above it ends here.'),
  'never-evaluated': info('This is never looked at: what is before it already decides.'),
  'takes-a-number': warning('This input takes a number, and will be given something else.'),
  'takes-a-list': warning('This input takes a list, and will be given something else.'),
  'takes-a-date': warning('This input takes a date, and will be given something else.'),
  'duplicate-property': warning('The property "{name}" is there twice; the later one counts.'),
  'not-a-date': error('"{text}" is not a date and time such as 2027-01-31T09:00.'),

  'empty-channel-list': info('With no channel named, the device gets the default channel.'),
  'empty-channel': warning('A channel name in the list is empty.'),
  'duplicate-channel': warning('The channel "{name}" is in the list more than once.'),
  'ambiguous-channel': error(
    'The channel name "{name}" contains "{mark}", which the service uses to separate channels in its answer. Use another name.',
  ),
  'hard-coded-token': warning(
    'A device token belongs to one device and changes; use the device token block instead of a text.',
  ),
  'past-expiration': warning(
    'This expiration has already passed: the service will refuse the registration with error 5004.',
  ),
} as const;

/** The codes of all diagnostics that the compiler itself makes; lowerings of a host have codes of their own. */
export type ProblemCode = keyof typeof problems;

type Placeholders<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The values that the sentence for a code names. */
export type ProblemValues<Code extends ProblemCode> = Readonly<
  Record<Placeholders<(typeof problems)[Code]['sentence']>, string>
>;

/** A diagnostic about a block, or, with no ID, about the whole program. */
export function diagnose<Code extends ProblemCode>(
  code: Code,
  values: ProblemValues<Code>,
  blockId: string,
  input?: string,
): Diagnostic {
  const { severity, sentence } = problems[code];
  const place = input === undefined ? { blockId } : { blockId, input };
  if (Object.keys(values).length === 0) return { severity, code, message: sentence, ...place };
  return { severity, code, message: fillIn(sentence, values), values, ...place };
}
