/** Blockly's Logic blocks. */

import { bool, conditional, ifElse, logical, nil, number } from '../build.ts';
import { diagnose } from '../problems.ts';
import { someWithin } from '../parts.ts';
import type { IfStatement } from '../tree.ts';
import { T } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { negated, toBoolean, toCondition, truthOf, typeOf } from './convert.ts';
import { isReference, Reference } from './entities.ts';
import { literalTruth } from './lowered.ts';
import type { Lowerings } from './lowering.ts';
import { holds } from './membership.ts';
import { equality, relation, type Relation } from './operators.ts';

const relations: Record<string, Relation> = { LT: '<', LTE: '<=', GT: '>', GTE: '>=' };

export const logic: Lowerings = {
  controls_if: lowerIf,
  controls_ifelse: lowerIf,

  logic_compare(block, b) {
    const [left, right] = [block.required('A', 'any', () => number(0)), block.required('B', 'any', () => number(0))];
    const operator = block.entry('OP', relations);
    const held = holds(left, operator ?? (block.field('OP') === 'NEQ' ? '!==' : '==='), right, b);
    if (held) return held;
    return operator ? relation(left, right, operator, b) : equality(left, right, block.field('OP') !== 'NEQ', b);
  },

  logic_operation(block, b) {
    const operator = block.field('OP') === 'AND' ? '&&' : '||';
    const neither = !block.has('A') && !block.has('B');
    const empty = () => bool(operator === '&&' && !neither);
    const [left, right] = [block.required('A', 'any', empty), block.required('B', 'any', empty)];
    const truth = truthOf(left);
    if (truth === undefined) return logical(operator, left, right, b.types.join(typeOf(left), typeOf(right)));
    const isPlain =
      left.type === 'Identifier' &&
      isReference(left) &&
      !someWithin(right, (part) => part instanceof Reference && part.entity === left.entity);
    if (truth && isPlain) return logical(operator, left, right, b.types.join(typeOf(left), typeOf(right)));
    // TypeScript refuses an operator whose left side is plainly true or false.
    if (truth === (operator === '||')) {
      const [unused] = right.blocks ?? [];
      if (unused !== undefined) b.report(diagnose('never-evaluated', {}, unused));
      return left;
    }
    // The left side is never the result, but TypeScript reckons with it.
    return logical(operator, toBoolean(left, b.lowerer), right, b.types.join(typeOf(right), T.boolean));
  },

  logic_negate: (block, b) =>
    negated(
      toCondition(
        block.required('BOOL', 'any', () => bool(true)),
        b.lowerer,
      ),
    ),

  logic_boolean: (block) => bool(block.field('BOOL') === 'TRUE'),

  logic_null: () => nil(),

  logic_ternary(block, b) {
    const test = block.required('IF', 'boolean');
    const [yes, no] = [block.required('THEN'), block.required('ELSE')];
    return conditional(test, yes, no, b.types.join(typeOf(yes), typeOf(no)));
  },
};

/** How many branches with a condition a block has: as its inputs and its extra state say, whichever is more. */
function branchCount(block: BlockView): number {
  const more = block.state('elseIfCount');
  let count = typeof more === 'number' && more >= 0 ? Math.min(Math.floor(more), 10_000) + 1 : 1;
  while (block.has(`IF${count}`) || block.has(`DO${count}`)) count++;
  return count;
}

function lowerIf(block: BlockView, b: Builders): IfStatement {
  const branches = [];
  // TypeScript takes what comes behind a plain `true` for unreachable.
  let isDead = false;
  for (let index = 0; index < branchCount(block); index++) {
    const outer = b.lowerer.startComments();
    const test = block.required(`IF${index}`, 'boolean');
    const comments = b.lowerer.endComments(outer);
    // What is said about the first condition stands above the whole, about another one in its branch.
    if (index === 0) outer.push(...comments);
    // No function in between: blocks can be nested deeply, and every frame counts.
    const dead = Number(isDead || literalTruth(test) === false);
    b.lowerer.position.deadDepth += dead;
    branches.push({ test, body: block.statements(`DO${index}`), comments: index === 0 ? [] : comments });
    b.lowerer.position.deadDepth -= dead;
    isDead ||= literalTruth(test) === true;
  }
  const [first, ...others] = branches;
  if (!first) throw new Error('it has no branch');
  const hasElse = block.has('ELSE') || block.state('hasElse') === true || block.type === 'controls_ifelse';
  b.lowerer.position.deadDepth += Number(isDead);
  const last = hasElse ? block.statements('ELSE') : undefined;
  b.lowerer.position.deadDepth -= Number(isDead);
  let rest: IfStatement['alternate'] = last && last.body.length > 0 ? last : undefined;
  for (const { test, body, comments } of others.reverse()) {
    rest = { ...ifElse(test, body, rest), ...(comments.length > 0 && { comments }) };
  }
  return ifElse(first.test, first.body, rest);
}
