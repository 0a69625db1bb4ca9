/** Where variables are declared, as seen from statements that come or go. */

import type { Scope, Use } from '../analyze/usage.ts';
import type { Statement } from '../tree.ts';

/** Whether a variable is declared by one of these statements, which are in a body, or within them. */
export function isDeclaredAmong(
  { scope, declaredBy }: Use,
  here: ReadonlySet<Statement>,
  body: readonly Statement[],
): boolean {
  if (scope.head) return here.has(scope.head);
  if (scope.body === body) return declaredBy !== undefined && here.has(declaredBy);
  return scope.body?.some((statement) => here.has(statement)) === true;
}

function isSameScope(one: Scope, other: Scope): boolean {
  return one === other || (one.body !== undefined && one.body === other.body);
}

/** Whether a scope is another one or within it. */
export function isIn(inner: Scope, outer: Scope): boolean {
  for (let at: Scope | undefined = inner; at; at = at.parent) if (isSameScope(at, outer)) return true;
  return false;
}

/** Whether a use is declared by the head of a loop, as its only variable, that a scope is in. */
export function isHeadAround(use: Use, scope: Scope): boolean {
  const { head } = use.scope;
  if (!head || head.type === 'TryStatement') return false;
  if (head.type === 'ForOfStatement' && head.left.type === 'ArrayPattern') return false;
  return isIn(scope, use.scope);
}
