/** Where the printer is in the tree: the node in hand, and those around it up to its statement. */

import type {
  BlockStatement,
  Expression,
  Parameter,
  Property,
  SpreadElement,
  Statement,
  VariableDeclarator,
} from '../tree.ts';
import type { Doc } from './doc.ts';

export type Node =
  | Expression
  | SpreadElement
  | Property
  | Parameter
  | VariableDeclarator
  | Exclude<Statement, BlockStatement>
  | BlockStatement;

/** What a node is to the one around it. */
export type Slot =
  | 'alternate'
  | 'argument'
  | 'arguments'
  | 'body'
  | 'callee'
  | 'consequent'
  | 'declaration'
  | 'default'
  | 'elements'
  | 'expression'
  | 'expressions'
  | 'init'
  | 'key'
  | 'left'
  | 'object'
  | 'params'
  | 'properties'
  | 'property'
  | 'right'
  | 'statement'
  | 'test'
  | 'update'
  | 'value';

/** The way from a statement to a node in it, and what is known of the statement. */
export class Path {
  /** Objects whose braces are broken, whether or not they would fit on a line. */
  broken: ReadonlySet<object> = new Set();
  /** Whether an object was met whose braces may break. */
  hasObjects = false;
  /** Bodies of arrow functions that are printed in more than one way. */
  readonly bodies = new Map<Expression, Doc>();
  /** Expressions printed ahead, because they are too deep in others. */
  readonly ready = new Map<Node, Doc>();
  /** Expressions around the one in hand that are being printed. */
  level = 0;
  /** Whether an expression was left out because it is too deep in others. */
  isTooDeep = false;

  private nodes: Node[] = [];
  private slots: Slot[] = [];
  /** Objects that a statement or the body of an arrow function would start with. */
  private readonly leading = new Set<Node>();

  /** Begins with another statement. */
  reset(broken: ReadonlySet<object>): void {
    this.broken = broken;
    this.hasObjects = false;
    this.isTooDeep = false;
    if (this.bodies.size > 0) this.bodies.clear();
    if (this.ready.size > 0) this.ready.clear();
    if (this.leading.size > 0) this.leading.clear();
  }

  enter(node: Node, slot: Slot): void {
    this.nodes.push(node);
    this.slots.push(slot);
  }

  leave(): void {
    this.nodes.pop();
    this.slots.pop();
  }

  /** Runs `print` with another way to where it is: `steps` from the statement on. */
  along(steps: readonly { node: Node; slot: Slot }[], print: () => void): void {
    const { nodes, slots, level } = this;
    this.nodes = steps.map((step) => step.node);
    this.slots = steps.map((step) => step.slot);
    this.level = 0;
    print();
    Object.assign(this, { nodes, slots, level });
  }

  get slot(): Slot | undefined {
    return this.slots[this.slots.length - 1];
  }

  get parent(): Node | undefined {
    return this.nodes[this.nodes.length - 2];
  }

  get grandparent(): Node | undefined {
    return this.nodes[this.nodes.length - 3];
  }

  /** The node `distance` steps up: 0 is the one in hand. */
  up(distance: number): Node | undefined {
    return this.nodes[this.nodes.length - 1 - distance];
  }

  /** What the node `distance` steps up is to the one around it. */
  slotUp(distance: number): Slot | undefined {
    return this.slots[this.slots.length - 1 - distance];
  }

  /** Notes that `expression` begins a statement or an arrow function's body, where `{` would be a block. */
  begins(expression: Expression): void {
    const first = leftmost(expression);
    if (first.type === 'ObjectExpression') this.leading.add(first);
  }

  isLeading(node: Node): boolean {
    return this.leading.size > 0 && this.leading.has(node);
  }
}

/** The expression whose first token is the first token of `expression`, parentheses apart. */
export function leftmost(expression: Expression): Expression {
  let node = expression;
  for (;;) {
    switch (node.type) {
      case 'BinaryExpression':
      case 'LogicalExpression':
      case 'AssignmentExpression':
        node = node.left;
        break;
      case 'MemberExpression':
        node = node.object;
        break;
      case 'CallExpression':
        node = node.callee;
        break;
      case 'ConditionalExpression':
        node = node.test;
        break;
      case 'UpdateExpression':
        node = node.argument;
        break;
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        node = node.expression;
        break;
      default:
        return node;
    }
  }
}
