/** Chains of calls on members: `a.b().c().d()`, one call a line where they are too long for one line. */

import type { CallExpression, Expression, MemberExpression, TSNonNullExpression } from '../tree.ts';
import { callArguments, isLongCurried, typeArgumentsOf } from './calls.ts';
import { breakParent, choice, erased, group, hardline, indent, join, willBreak, type Doc, type Open } from './doc.ts';
import { expression, lookup } from './expressions.ts';
import type { Path } from './path.ts';
import { isArrow, isNumber, isSimpleArgument } from './shapes.ts';

/** A name as short as an indent. */
const SHORT_NAME = 2;

type Link = CallExpression | MemberExpression | TSNonNullExpression;

/** Whether a call is printed as a chain. */
export function isInChain(node: CallExpression): boolean {
  return node.callee.type === 'MemberExpression';
}

/** What follows the start of a chain, from left to right, and the start. */
function linksOf(node: CallExpression): { head: Expression; links: Link[] } {
  const links: Link[] = [node];
  let head: Expression = node.callee;
  for (;;) {
    if (head.type === 'CallExpression') {
      if (head.callee.type !== 'MemberExpression' && head.callee.type !== 'CallExpression') break;
      links.push(head);
      head = head.callee;
    } else if (head.type === 'MemberExpression') {
      links.push(head);
      head = head.object;
    } else if (head.type === 'TSNonNullExpression') {
      links.push(head);
      head = head.expression;
    } else {
      break;
    }
  }
  return { head, links: links.reverse() };
}

/**
 * The parts of a chain that stay together: the start, and then each call with the members before it.
 * A group is told by the index of the link after its last; the start belongs to the first group.
 */
function groupsOf(head: Expression, links: readonly Link[]): number[] {
  const ends: number[] = [];
  let at = 0;
  for (; at < links.length; at++) {
    const link = links[at];
    if (link === undefined || (link.type === 'MemberExpression' && !isIndex(link))) break;
  }
  if (head.type !== 'CallExpression') {
    while (links[at]?.type === 'MemberExpression' && links[at + 1]?.type === 'MemberExpression') at++;
  }
  ends.push(at);
  let called = false;
  for (; at < links.length; at++) {
    const link = links[at];
    if (link?.type === 'MemberExpression' && called && !isIndex(link)) {
      ends.push(at);
      called = false;
    }
    if (link?.type === 'CallExpression') called = true;
  }
  if ((ends.at(-1) ?? 0) < links.length) ends.push(links.length);
  return ends;
}

/** `[0]`, which stays with what is before it. */
function isIndex(link: MemberExpression): boolean {
  return link.computed && isNumber(link.property);
}

/** Whether the first call stays on the line of the start: `Object.keys(…)`, `this.items.map(…)` it does not. */
function mergesFirst(head: Expression, links: readonly Link[], ends: readonly number[], isStatement: boolean): boolean {
  if (ends.length < 2) return false;
  const end = ends[0] ?? 0;
  const next = links[end];
  const hasComputed = next?.type === 'MemberExpression' && next.computed;
  if (end === 0) {
    if (head.type !== 'Identifier') return false;
    return isFactory(head.name) || (isStatement && head.name.length <= SHORT_NAME) || hasComputed;
  }
  const last = links[end - 1];
  if (last?.type !== 'MemberExpression') return false;
  if (!last.computed) return isFactory(last.property) || hasComputed;
  return last.property.type === 'Identifier' && (isFactory(last.property.name) || hasComputed);
}

/** A name that calls are made on rather than with: a class, or `_` and `$`. */
function isFactory(name: string): boolean {
  return /^[A-Z]|^[$_]+$/.test(name);
}

/** Whether the call at the end is the only one: then there is nothing to put on lines of their own. */
function hasOneCall(head: Expression, links: readonly Link[]): boolean {
  if (head.type === 'CallExpression') return false;
  for (let i = 0; i < links.length - 1; i++) if (links[i]?.type === 'CallExpression') return false;
  return true;
}

/** Whether an expression that is not a statement of its own is printed as a chain that may be broken. */
export function isMemberChain(node: Expression): boolean {
  let call = node;
  while (call.type === 'MemberExpression') call = call.object;
  if (call.type !== 'CallExpression' || !isInChain(call)) return false;
  const { head, links } = linksOf(call);
  if (hasOneCall(head, links)) return false;
  const ends = groupsOf(head, links);
  return ends.length > (mergesFirst(head, links, ends, false) ? 3 : 2);
}

/** The chain that ends with the call in hand. */
export function memberChain(path: Path, node: CallExpression): Doc {
  const { head, links } = linksOf(node);
  const docs = docsOf(path, head, links);
  if (hasOneCall(head, links)) return isLongCurried(path, node) ? docs : group(docs);
  const ends = groupsOf(head, links);
  const merges = mergesFirst(head, links, ends, path.parent?.type === 'ExpressionStatement');
  if (ends.length <= (merges ? 3 : 2)) return isLongCurried(path, node) ? docs : group(docs);

  const groups = ends.map((end, index) => docs.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
  const first = merges ? 2 : 1;
  const expanded: Doc = [groups.slice(0, first), indent([hardline, join(hardline, groups.slice(first))])];
  const calls = links.filter((link) => link.type === 'CallExpression');
  if (head.type === 'CallExpression') calls.unshift(head);
  const lastGroup = groups.at(-1) ?? '';
  if (
    (calls.length > 2 && calls.some((call) => call.arguments.some((argument) => !isSimpleArgument(argument)))) ||
    willBreak(groups.slice(0, -1)) ||
    (willBreak(lastGroup) && calls.slice(0, -1).some((call) => call.arguments.some(isArrow)))
  ) {
    return group(expanded);
  }
  return [willBreak(lastGroup) ? breakParent : '', choice(groups, () => [expanded])];
}

/** The start and the links, each as a document. The call in hand is the last link. */
function docsOf(path: Path, head: Expression, links: readonly Link[]): Doc[] {
  const docs: Doc[] = [];
  const opens: Open[] = [];
  for (let i = links.length - 1; i >= 0; i--) {
    const link = links[i];
    if (link === undefined) break;
    if (i < links.length - 1) path.enter(link, slotIn(links[i + 1]));
    const doc = linkDoc(path, link);
    if (i === links.length - 1 || link.blocks === undefined || link.blocks.length === 0) {
      docs.push(doc);
    } else {
      opens.push({ kind: 'open', blocks: link.blocks });
      docs.push([doc, { kind: 'close', count: link.blocks.length }]);
    }
  }
  const start = expression(path, head, slotIn(links[0]));
  docs.push(opens.length > 0 ? [...opens, start] : start);
  for (let i = 1; i < links.length; i++) path.leave();
  return docs.reverse();
}

function slotIn(outer: Link | undefined): 'callee' | 'object' | 'expression' {
  switch (outer?.type) {
    case 'CallExpression':
      return 'callee';
    case 'MemberExpression':
      return 'object';
    default:
      return 'expression';
  }
}

function linkDoc(path: Path, link: Link): Doc {
  switch (link.type) {
    case 'CallExpression':
      return [typeArgumentsOf(path, link), callArguments(path, link)];
    case 'MemberExpression':
      return lookup(path, link);
    case 'TSNonNullExpression':
      return erased('!');
  }
}
