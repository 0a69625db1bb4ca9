/**
 * What a program compiled for stepping has beside its statements: a frame for each call, which knows the variables
 * that can be looked at, and a place to hold in every round of a loop.
 *
 * A variable is made known right after it is declared, by a function that reads it. So none is read before it is there,
 * TypeScript sees nothing that it would object to, and the code grows with the number of variables, not with that of
 * variables times statements.
 */

import { arrow, call, declare, logical, member, run, text, wait } from '../build.ts';
import { isReference, reference, type Temporary, type UserFunction, type Variable } from '../lower/entities.ts';
import type {
  ArrayPattern,
  BlockStatement,
  Expression,
  ForInStatement,
  ForOfStatement,
  ForStatement,
  FunctionDeclaration,
  Identifier,
  IfStatement,
  Statement,
  WhileStatement,
} from '../tree.ts';
import { T } from '../types.ts';

/** The function that a program compiled for stepping calls, which its host provides. */
export const stepDeclaration = `declare function __frame(name: string): {
  watch(name: string, read: () => unknown): void;
  wait<T>(blockId: string, promise: T): T;
  step(blockId: string): boolean;
  round(blockId: string): boolean;
  readonly held: Promise<void>;
};`;

/** Names that such a program must not take for its own. */
export const stepNames: readonly string[] = ['__frame'];

/** Holds at a block for as long as the host wants: `frame.step("id") && (await frame.held);` */
export function hold(frame: Temporary, blockId: string, what: 'step' | 'round' = 'step'): Statement {
  const object = reference(frame, T.unknown);
  const asked = call(member(object, what), [text(blockId)], T.boolean);
  return run(logical('&&', asked, wait(member(reference(frame, T.unknown), 'held'), T.undefined), T.unknown));
}

/** A promise that is about to be awaited, on behalf of a block. */
export function waited(frame: Temporary, blockId: string, promise: Expression): Expression {
  return call(member(reference(frame, T.unknown), 'wait'), [text(blockId), promise], T.unknown);
}

/** What is compiled for stepping, once it is known where each variable lives. */
export interface Steppable {
  main: BlockStatement;
  functions: readonly { declared: UserFunction; node: FunctionDeclaration }[];
  /** Variables of the module. */
  shared: readonly Variable[];
}

/** Adds frames, rounds and what makes variables known. */
export function addSteps({ main, functions, shared }: Steppable, frame: Temporary): void {
  const steps = new Steps(frame);
  steps.inside(main);
  steps.begin(main, '', shared);
  for (const { declared, node } of functions) {
    steps.inside(node.body);
    steps.begin(node.body, declared.label, declared.parameters);
  }
}

type Loop = WhileStatement | ForStatement | ForOfStatement | ForInStatement;

class Steps {
  /** Blocks that are still to be looked at. */
  private readonly open: BlockStatement[] = [];

  constructor(private readonly frame: Temporary) {}

  /** Makes the frame of a call. */
  begin({ body }: BlockStatement, name: string, variables: readonly Variable[]): void {
    const made = declare('const', reference(this.frame, T.unknown, 'write'), call('__frame', [text(name)], T.unknown));
    body.unshift(made, ...variables.map((variable) => this.watch(variable)));
  }

  /** Adds to a block, and to all within it, what its declarations and loops call for. */
  inside(block: BlockStatement): void {
    // A list of its own instead of calls within calls: blocks can be nested deeply.
    this.open.push(block);
    for (let next = this.open.pop(); next; next = this.open.pop()) {
      const old = next.body.splice(0);
      for (const statement of old) {
        next.body.push(statement);
        this.statement(statement);
        if (statement.type !== 'VariableDeclaration') continue;
        for (const { id } of statement.declarations) next.body.push(...this.watches(id));
      }
    }
  }

  private statement(node: Statement): void {
    switch (node.type) {
      case 'BlockStatement':
        this.open.push(node);
        return;
      case 'IfStatement':
        for (let branch: IfStatement | BlockStatement | undefined = node; branch;) {
          if (branch.type === 'BlockStatement') {
            this.open.push(branch);
            return;
          }
          this.open.push(branch.consequent);
          branch = branch.alternate;
        }
        return;
      case 'WhileStatement':
        return this.loop(node, []);
      case 'ForStatement':
        return this.loop(
          node,
          node.init?.type === 'VariableDeclaration' ? node.init.declarations.map(({ id }) => id) : [],
        );
      case 'ForOfStatement':
        return this.loop(node, node.kind ? [node.left] : []);
      case 'ForInStatement':
        return this.loop(node, [node.left]);
      case 'TryStatement': {
        const { block, handler, finalizer } = node;
        this.open.push(block);
        if (handler) {
          if (handler.param) handler.body.body.unshift(...this.watches(handler.param));
          this.open.push(handler.body);
        }
        if (finalizer) this.open.push(finalizer);
        return;
      }
      default:
    }
  }

  private loop(node: Loop, declared: readonly (Identifier | ArrayPattern)[]): void {
    const { body, blocks } = node;
    this.open.push(body);
    const [blockId] = blocks ?? [];
    body.body.unshift(
      ...declared.flatMap((id) => this.watches(id)),
      ...(blockId === undefined ? [] : [hold(this.frame, blockId, 'round')]),
    );
  }

  /** What makes the program's own variables among those declared known. */
  private watches(id: Identifier | ArrayPattern): Statement[] {
    const ids = id.type === 'Identifier' ? [id] : id.elements;
    return ids.flatMap((one) => (isReference(one) && one.entity.kind === 'variable' ? [this.watch(one.entity)] : []));
  }

  private watch(variable: Variable): Statement {
    const read = arrow([], reference(variable, T.unknown));
    return run(call(member(reference(this.frame, T.unknown), 'watch'), [text(variable.label), read], T.undefined));
  }
}
