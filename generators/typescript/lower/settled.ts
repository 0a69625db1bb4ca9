import { apparentKey } from '../analyze/apparent.ts';
import { typeKey, typeNode } from '../analyze/type-text.ts';
import { as } from '../build.ts';
import type { Expression, TypeNode } from '../tree.ts';
import { T, type Type, type TypeStore } from '../types.ts';

/** The annotation for a type as it is known so far: should more be found, the code is made anew. */
export function annotationOf(type: Type, types: TypeStore): TypeNode {
  types.lookInto(type);
  return typeNode(type);
}

/**
 * A list or object with its type said aloud, where TypeScript would give it a narrower one: `[]` is a list of nothing
 * to it, and `ok ? [1] : ["a"]` two sorts of lists, of which no function takes both.
 */
export function settled(node: Expression, { types }: { readonly types: TypeStore }): Expression {
  const type = node.valueType ?? T.unknown;
  if (!type.list && !type.object) return node;
  const annotation = annotationOf(type, types);
  return apparentKey(node) === typeKey(annotation) ? node : as(node, annotation, type);
}
