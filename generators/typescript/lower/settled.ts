import { apparentKey } from '../analyze/apparent.ts';
import { typeKey, typeNode } from '../analyze/type-text.ts';
import { as } from '../build.ts';
import type { Expression } from '../tree.ts';
import { T, type TypeStore } from '../types.ts';

/**
 * A list or object with its type said aloud, where TypeScript would give it a narrower one: `[]` is a list of nothing
 * to it, and `ok ? [1] : ["a"]` two sorts of lists, of which no function takes both.
 */
export function settled(node: Expression, { types }: { readonly types: TypeStore }): Expression {
  const type = node.valueType ?? T.unknown;
  if (!type.list && !type.object) return node;
  types.lookInto(type);
  const annotation = typeNode(type);
  return apparentKey(node) === typeKey(annotation) ? node : as(node, annotation, type);
}
