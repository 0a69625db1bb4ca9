/** Blockly's Loops blocks. */

import {
  assign,
  binary,
  call,
  conditional,
  declare,
  element,
  isNumeral,
  number,
  numberOf,
  run,
  unary,
} from '../build.ts';
import { mathHelpers } from '../helpers/math.ts';
import type { BlockStatement, Expression, ForInStatement, ForStatement, Statement } from '../tree.ts';
import { isOnly, Kind, T } from '../types.ts';
import type { BlockView } from './block-view.ts';
import type { Builders } from './builders.ts';
import { negated, toNumber, typeOf } from './convert.ts';
import { again, isReference, reference, type Reference, type Variable } from './entities.ts';
import { blockEnds, literalTruth } from './lowered.ts';
import type { Lowerings } from './lowering.ts';

export const loops: Lowerings = {
  controls_repeat: lowerRepeat,
  controls_repeat_ext: lowerRepeat,

  controls_whileUntil(block, b) {
    const until = block.field('MODE') === 'UNTIL';
    const test = block.required('BOOL', 'boolean');
    const condition = until ? negated(test) : test;
    // Not of `!true`: TypeScript takes that for anything.
    const isNever = literalTruth(condition) === false;
    b.lowerer.position.deadDepth += Number(isNever);
    const body = b.loop(() => block.statements('DO'));
    b.lowerer.position.deadDepth -= Number(isNever);
    return { type: 'WhileStatement', test: condition, body };
  },

  controls_for: lowerCount,

  controls_forEach: lowerForEach,

  controls_flow_statements(block, b) {
    if (!b.lowerer.position.inLoop) {
      block.problem('not-in-a-loop', {});
      return [];
    }
    return { type: block.field('FLOW') === 'CONTINUE' ? 'ContinueStatement' : 'BreakStatement' };
  },
};

function lowerRepeat(block: BlockView, b: Builders): Statement[] {
  const times = block.hasField('TIMES') ? number(Number(block.field('TIMES'))) : block.required('TIMES', 'number');
  const statements: Statement[] = [];
  const end = keep('times', times, statements, b);
  const loop = b.temporary('count', (counter): ForStatement => {
    const body = b.loop(() => block.statements('DO'));
    return {
      type: 'ForStatement',
      init: declare('let', reference(counter, T.number, 'write'), number(0)),
      test: binary('<', reference(counter, T.number), end(), T.boolean),
      update: { type: 'UpdateExpression', operator: '++', argument: reference(counter, T.number) },
      body,
    };
  });
  statements.push(loop);
  return statements;
}

/** A value for use in every round of a loop: looked up again where it is a number or a variable, as Blockly does. */
function keep(label: string, value: Expression, statements: Statement[], b: Builders): () => Expression {
  const variable = lookedUp(value);
  if (!isNumeral(value) && !variable) return b.lowerer.constant(label, value, statements);
  let used = false;
  return () => {
    if (!used) {
      used = true;
      return value;
    }
    return variable && variable !== value ? toNumber(again(variable)) : again(value);
  };
}

/** The variable that a value is, or that becomes one by being made a number. */
function lookedUp(node: Expression): Reference | undefined {
  const isNumberOf =
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Number';
  const value = isNumberOf ? node.arguments[0] : node;
  return value?.type === 'Identifier' && isReference(value) ? value : undefined;
}

function variableOf(node: Expression): Variable[] {
  const entity = lookedUp(node)?.entity;
  return entity?.kind === 'variable' ? [entity] : [];
}

function lowerCount(block: BlockView, b: Builders): Statement | Statement[] {
  const variable = block.variable('VAR');
  const from = block.required('FROM', 'number');
  const to = block.required('TO', 'number');
  const by = block.required('BY', 'number', () => number(1));
  const [first, last, step] = [numberOf(from), numberOf(to), numberOf(by)];
  const before = b.lowerer.scope.mentionsSoFar(variable);
  const { constantCount } = b.lowerer.supplies;
  const target = b.lowerer.knowledge.target(variable, T.number);
  const { result: body, disturbed } = b.lowerer.effects.watch([variable, ...variableOf(to)], undefined, () =>
    b.loop(() => block.statements('DO')),
  );
  const counter = new Counter(variable, blockEnds(body), b);

  if (first !== undefined && last !== undefined && step !== undefined) {
    const up = first <= last;
    const test = binary(up ? '<=' : '>=', counter.value(), to, T.boolean);
    const update = counter.change(number(Math.abs(step)), up ? '+' : '-');
    return { type: 'ForStatement', init: assign(target, from), test, update, body };
  }

  const inside = b.lowerer.scope.mentionsSoFar(variable) - before;
  if (!disturbed && inside + 1 === variable.mentions) {
    // Nobody but this loop uses the variable: it can be one of the loop's own.
    const args = step === 1 ? [from, to] : [from, to, by];
    const numbers = call(b.helper('range', mathHelpers.range), args, b.types.newList(T.number));
    return { type: 'ForOfStatement', kind: 'const', left: target, right: numbers, body };
  }

  return b.lowerer.supplies.ahead(constantCount, () => {
    const statements: Statement[] = [];
    const start = keep('start', from, statements, b);
    const end = keep('end', to, statements, b);
    const width = step === undefined ? call('Math.abs', [by], T.number) : number(Math.abs(step));
    const size = keep('size', width, statements, b);
    const signed = conditional(binary('>', start(), end(), T.boolean), unary('-', size(), T.number), size(), T.number);
    const change = b.lowerer.constant('step', signed, statements);
    const ahead = conditional(
      binary('>=', change(), number(0), T.boolean),
      binary('<=', counter.value(), end(), T.boolean),
      binary('>=', counter.value(), end(), T.boolean),
      T.boolean,
    );
    const init = assign(target, start());
    statements.push({ type: 'ForStatement', init, test: ahead, update: counter.change(change(), '+'), body });
    return statements;
  });
}

/** The variable of a counting loop, which the body may give values of other types. */
class Counter {
  private readonly isNumber: boolean;

  constructor(
    private readonly variable: Variable,
    isLeftAtOnce: boolean,
    b: Builders,
  ) {
    // Behind a body that always leaves the loop, TypeScript does not know that the variable is set.
    this.isNumber =
      isOnly(b.lowerer.knowledge.look(variable), Kind.Number) &&
      !((isLeftAtOnce || b.lowerer.position.deadDepth > 0) && variable.readUnset);
  }

  value(): Expression {
    return toNumber(reference(this.variable, this.isNumber ? T.number : T.unknown));
  }

  change(by: Expression, operator: '+' | '-'): Expression {
    if (!this.isNumber) {
      const written = reference(this.variable, T.number, 'write');
      return assign(written, binary(operator, this.value(), by, T.number));
    }
    const target = reference(this.variable, T.number, 'update');
    if (numberOf(by) !== 1) return assign(target, by, operator === '+' ? '+=' : '-=');
    return { type: 'UpdateExpression', operator: operator === '+' ? '++' : '--', argument: target };
  }
}

function lowerForEach(block: BlockView, b: Builders): Statement | Statement[] {
  const variable = block.variable('VAR');
  const given = block.required('LIST', 'list');
  const list = typeOf(given);
  const { constantCount } = b.lowerer.supplies;
  const target = b.lowerer.knowledge.target(variable, b.types.elementOf(list));
  const { result: body, disturbed } = b.lowerer.effects.watch(variableOf(given), list, () =>
    b.loop(() => block.statements('DO')),
  );
  if (!disturbed && !b.types.isSparse(list)) {
    return { type: 'ForOfStatement', kind: 'const', left: target, right: given, body };
  }
  return b.lowerer.supplies.ahead(constantCount, () => overKeys(b, given, variable, body));
}

/** Where a list changes while it is gone through, or has holes, only going by its keys gives what Blockly gives. */
function overKeys(b: Builders, given: Expression, variable: Variable, body: BlockStatement): Statement[] {
  const statements: Statement[] = [];
  const list = keep('list', given, statements, b);
  const loop = b.temporary('index', (index): ForInStatement => {
    const key = call('Number', [reference(index, T.string)], T.number);
    const right = list();
    const item = element(list(), key, b.types.join(b.types.elementOf(typeOf(given)), T.undefined));
    const first = run(assign(b.lowerer.knowledge.target(variable, typeOf(item)), item));
    const left = reference(index, T.string, 'write');
    return { type: 'ForInStatement', kind: 'const', left, right, body: { ...body, body: [first, ...body.body] } };
  });
  statements.push(loop);
  return statements;
}
