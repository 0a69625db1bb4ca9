/** Which variables statements set, and to values of which kinds: what is known of them before may not hold behind. */

import type { Variable } from '../lower/entities.ts';
import type { BlockStatement, Expression, IfStatement, Statement } from '../tree.ts';
import { Kind } from '../types.ts';
import { followed, kindsOf, noneExcluded } from './exclusions.ts';
import { targetsOf } from './uses.ts';
import { walk, type Steps } from './walk.ts';

export type Assigned = ReadonlyMap<Variable, number>;

const nothing: Assigned = new Map();

/** Remembers what it found: loops in loops ask for the same again. */
export class AssignedKinds {
  private readonly known = new WeakMap<readonly Statement[], Assigned>();

  /** What is set anywhere within blocks, and by an expression. */
  in(blocks: readonly BlockStatement[], update?: Expression): Assigned {
    const parts = blocks.map(({ body }) => this.within(body));
    return union(update ? [...parts, ofExpression(update)] : parts);
  }

  within(body: readonly Statement[]): Assigned {
    return this.known.get(body) ?? walk(this.statements(body));
  }

  private *statements(body: readonly Statement[]): Steps<Assigned> {
    const parts: Assigned[] = [];
    for (const statement of body) {
      for (const part of direct(statement)) parts.push(part);
      for (const block of blocksOf(statement)) {
        parts.push(this.known.get(block.body) ?? (yield this.statements(block.body)));
      }
    }
    const found = union(parts);
    this.known.set(body, found);
    return found;
  }
}

/** What a statement itself sets, not what is in its blocks. */
function* direct(node: Statement): Generator<Assigned> {
  switch (node.type) {
    case 'ExpressionStatement':
      yield ofExpression(node.expression);
      return;
    case 'VariableDeclaration':
      for (const { id, init } of node.declarations)
        if (id.type === 'Identifier') yield ofTarget(id, init && kindsOf(init, noneExcluded));
      return;
    case 'ForStatement':
      if (node.init?.type === 'VariableDeclaration') yield* direct(node.init);
      else if (node.init) yield ofExpression(node.init);
      if (node.update) yield ofExpression(node.update);
      return;
    case 'ForOfStatement':
      for (const target of targetsOf(node.left)) yield ofTarget(target);
      return;
    case 'TryStatement':
      if (node.handler?.param) yield ofTarget(node.handler.param);
      return;
    default:
  }
}

function ofExpression(node: Expression): Assigned {
  if (node.type === 'UpdateExpression') return ofTarget(node.argument, Kind.Number);
  if (node.type !== 'AssignmentExpression') return nothing;
  return ofTarget(node.left, kindsOf(node.operator === '=' ? node.right : node, noneExcluded));
}

function ofTarget(target: Expression, kinds: number = Kind.Unknown): Assigned {
  const variable = followed(target);
  return variable ? new Map([[variable, kinds]]) : nothing;
}

function union(parts: readonly Assigned[]): Assigned {
  const [only = nothing, ...others] = parts.filter(({ size }) => size > 0);
  if (others.length === 0) return only;
  const all = new Map(only);
  for (const part of others) for (const [variable, kinds] of part) all.set(variable, kinds | (all.get(variable) ?? 0));
  return all;
}

function blocksOf(node: Statement): BlockStatement[] {
  switch (node.type) {
    case 'BlockStatement':
      return [node];
    case 'IfStatement': {
      const blocks: BlockStatement[] = [];
      for (let branch: IfStatement | BlockStatement | undefined = node; branch;) {
        blocks.push(branch.type === 'IfStatement' ? branch.consequent : branch);
        branch = branch.type === 'IfStatement' ? branch.alternate : undefined;
      }
      return blocks;
    }
    case 'WhileStatement':
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      return [node.body];
    case 'TryStatement':
      return [node.block, ...(node.handler ? [node.handler.body] : []), ...(node.finalizer ? [node.finalizer] : [])];
    default:
      return [];
  }
}
