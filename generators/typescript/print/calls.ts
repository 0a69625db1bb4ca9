/** Calls and their arguments. */

import type { CallExpression, NewExpression } from '../tree.ts';
import { hasBrokenSignature } from './arrows.ts';
import { isInChain, memberChain } from './chains.ts';
import { withPlainComparisons } from './comparisons.ts';
import {
  breakParent,
  choice,
  erased,
  group,
  indent,
  join,
  line,
  softline,
  trailingComma,
  willBreak,
  type Doc,
} from './doc.ts';
import { expression } from './expressions.ts';
import type { Path } from './path.ts';
import {
  canHug,
  isArrow,
  isComposition,
  isHookWithDependencies,
  isHopefullyShort,
  isNumberArray,
  isString,
  isTestCall,
  nameOf,
  type Argument,
} from './shapes.ts';
import { typeArguments } from './types.ts';

/** A call, in hand. */
export function call(path: Path, node: CallExpression | NewExpression): Doc {
  if (node.type === 'CallExpression') {
    if (isKeptWhole(path, node)) {
      const docs = withPlainComparisons(node.arguments).map((argument) => expression(path, argument, 'arguments'));
      return [expression(path, node.callee, 'callee'), typeArgumentsOf(path, node), '(', join(', ', docs), ')'];
    }
    if (isInChain(node)) return memberChain(path, node);
  }
  const parts: Doc[] = [
    node.type === 'NewExpression' ? 'new ' : '',
    expression(path, node.callee, 'callee'),
    typeArgumentsOf(path, node),
    callArguments(path, node),
  ];
  return node.callee.type === 'CallExpression' ? group(parts) : parts;
}

export function typeArgumentsOf(path: Path, node: CallExpression | NewExpression): Doc {
  return node.typeArguments?.length ? erased(typeArguments(path, node.typeArguments)) : '';
}

/** Calls that Prettier knows by name, and keeps on one line. */
function isKeptWhole(path: Path, node: CallExpression): boolean {
  const { arguments: args, callee } = node;
  const [first, second] = args;
  if (first === undefined) return false;
  if (callee.type === 'Identifier') {
    if (callee.name === 'require' && (args.length > 1 || isString(first))) return true;
    if (callee.name === 'define' && path.parent?.type === 'ExpressionStatement') {
      if (args.length === 1) return true;
      if (args.length === 2 && first.type === 'ArrayExpression') return true;
      if (args.length === 3 && isString(first) && second?.type === 'ArrayExpression') return true;
    }
  }
  if (callee.type === 'MemberExpression' && (callee.property === 'resolve' || callee.property === 'paths')) {
    if (args.length === 1 && isString(first) && /^require\.resolve(?:\.paths)?$/.test(nameOf(callee))) return true;
  }
  return isTestCall(node, path.parent);
}

/** `(a, b)` of the call in hand. */
export function callArguments(path: Path, node: CallExpression | NewExpression): Doc {
  const args = withPlainComparisons(node.arguments);
  const last = args.at(-1);
  if (last === undefined) return '()';
  const docs = args.map((argument) => expression(path, argument, 'arguments'));
  const [only] = docs;
  if (only !== undefined && docs.length === 1 && !canHug(last)) return broken(path, node, only);
  if (isHookWithDependencies(args)) return ['(', join(', ', docs), ')'];

  const brokenOut = () => group(['(', indent([line, join([',', line], docs)]), trailingComma, line, ')'], true);
  if (isComposition(args)) return brokenOut();
  if (hugsFirst(args)) return hugged(path, args, docs, 'first', brokenOut);
  if (hugsLast(args, last)) return hugged(path, args, docs, 'last', brokenOut);

  return broken(path, node, join([',', line], docs));
}

/** Arguments of which each is on a line of its own, if they are not all on one. */
function broken(path: Path, node: CallExpression | NewExpression, docs: Doc): Doc {
  const contents: Doc = ['(', indent([softline, docs]), trailingComma, softline, ')'];
  return isLongCurried(path, node) ? contents : group(contents);
}

/** Arguments of which the first or the last may be broken inside while the others stay on the line. */
function hugged(
  path: Path,
  args: readonly Argument[],
  docs: readonly Doc[],
  which: 'first' | 'last',
  brokenOut: () => Doc,
): Doc {
  const at = which === 'first' ? 0 : args.length - 1;
  if (docs.some((doc, index) => index !== at && willBreak(doc))) return brokenOut();
  const argument = args[at];
  let doc = docs[at];
  if (argument === undefined || doc === undefined) return brokenOut();
  if (isArrow(argument)) {
    if (hasBrokenSignature(path, argument)) return brokenOut();
    doc = expression(path, argument, 'arguments', { hugged: which });
  }
  const around = (hug: Doc): Doc => [
    '(',
    join(
      ', ',
      docs.map((other, index) => (index === at ? hug : other)),
    ),
    ')',
  ];
  if (willBreak(doc)) return [breakParent, choice(around(group(doc, true)), () => [brokenOut()])];
  const hug = doc;
  return choice(around(hug), () => [around(group(hug, true)), brokenOut()]);
}

function hugsFirst(args: readonly Argument[]): boolean {
  const [first, second] = args;
  if (first === undefined || second === undefined || args.length !== 2) return false;
  return (
    isArrow(first) &&
    first.body.type === 'BlockStatement' &&
    second.type !== 'ArrowFunctionExpression' &&
    second.type !== 'ConditionalExpression' &&
    isHopefullyShort(second) &&
    !canHug(second)
  );
}

function hugsLast(args: readonly Argument[], last: Argument): boolean {
  if (!canHug(last)) return false;
  const before = args.at(-2);
  if (before === undefined) return true;
  if (before.type === last.type || isNumberArray(last)) return false;
  return args.length !== 2 || before.type !== 'ArrowFunctionExpression' || last.type !== 'ArrayExpression';
}

/** `f(a, b)(c)`: the arguments of the first call are broken before those of the second. */
export function isLongCurried(path: Path, node: CallExpression | NewExpression): boolean {
  const { parent, slot } = path;
  return (
    node.type === 'CallExpression' &&
    slot === 'callee' &&
    parent?.type === 'CallExpression' &&
    parent.arguments.length > 0 &&
    node.arguments.length > parent.arguments.length
  );
}
