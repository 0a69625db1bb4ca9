/**
 * The typed syntax tree between lowering and printing.
 *
 * Names and shapes are those of ESTree and TS-ESTree, cut down to what the compiler writes.
 * Parentheses, quotes, commas and line breaks are the printer's business and have no place here.
 */

import type { Type } from './types.ts';

/** What every node may carry. */
export interface NodeBase {
  /** The type of its values, where lowering knows it. The printer does not look at it. */
  valueType?: Type;
  /** IDs of the blocks that this node is the whole code of, outermost first. */
  blocks?: readonly string[];
}

export interface Identifier extends NodeBase {
  type: 'Identifier';
  name: string;
}

/** A finite non-negative number, a text, a boolean or null. Negative numbers are unary expressions, as in ESTree. */
export interface Literal extends NodeBase {
  type: 'Literal';
  value: string | number | boolean | null;
}

export interface RegExpLiteral extends NodeBase {
  type: 'RegExpLiteral';
  pattern: string;
  flags: string;
}

/**
 * `quasis` are the cooked texts around the expressions: always one more than those. A text literal
 * among the expressions is printed as text of the template, so that it can keep its block.
 */
export interface TemplateLiteral extends NodeBase {
  type: 'TemplateLiteral';
  quasis: string[];
  expressions: Expression[];
}

export interface ArrayExpression extends NodeBase {
  type: 'ArrayExpression';
  elements: (Expression | SpreadElement)[];
}

export interface SpreadElement extends NodeBase {
  type: 'SpreadElement';
  argument: Expression;
}

/** `key` is a text; the printer quotes it only where it must. With `computed`, it is an expression. */
export type Property = NodeBase & { type: 'Property'; value: Expression } & (
    { computed: false; key: string } | { computed: true; key: Expression }
  );

export interface ObjectExpression extends NodeBase {
  type: 'ObjectExpression';
  properties: (Property | SpreadElement)[];
}

export interface UnaryExpression extends NodeBase {
  type: 'UnaryExpression';
  operator: '!' | '-' | '+' | 'typeof' | 'void' | 'delete';
  argument: Expression;
}

export interface UpdateExpression extends NodeBase {
  type: 'UpdateExpression';
  operator: '++' | '--';
  argument: Expression;
}

export type BinaryOperator =
  '+' | '-' | '*' | '/' | '%' | '**' | '==' | '!=' | '===' | '!==' | '<' | '<=' | '>' | '>=' | 'in' | 'instanceof';

export interface BinaryExpression extends NodeBase {
  type: 'BinaryExpression';
  operator: BinaryOperator;
  left: Expression;
  right: Expression;
  /** On the right of the same operator it stands without parentheses: `a + b + c`, which adds `a` and `b` first. */
  flat?: boolean;
}

export interface LogicalExpression extends NodeBase {
  type: 'LogicalExpression';
  operator: '&&' | '||' | '??';
  left: Expression;
  right: Expression;
  /** It is a list that items are put into. */
  isFilled?: boolean;
}

export interface AssignmentExpression extends NodeBase {
  type: 'AssignmentExpression';
  operator: '=' | '+=' | '-=' | '*=' | '/=' | '%=' | '**=';
  left: Identifier | MemberExpression;
  right: Expression;
}

export interface ConditionalExpression extends NodeBase {
  type: 'ConditionalExpression';
  test: Expression;
  consequent: Expression;
  alternate: Expression;
}

export interface CallExpression extends NodeBase {
  type: 'CallExpression';
  callee: Expression;
  arguments: (Expression | SpreadElement)[];
  typeArguments?: TypeNode[];
}

export interface NewExpression extends NodeBase {
  type: 'NewExpression';
  callee: Expression;
  arguments: (Expression | SpreadElement)[];
  typeArguments?: TypeNode[];
}

export type MemberExpression = NodeBase & {
  type: 'MemberExpression';
  object: Expression;
  /** `?.`: nothing at all where there is no object. */
  optional?: boolean;
  /** In a chain with a `?.`: the type where the objects are there. */
  typeIfThere?: Type;
} & (
    | {
        computed: false;
        property: string;
        /** IDs of the blocks that the name after the dot is the whole code of. */
        propertyBlocks?: readonly string[];
      }
    | { computed: true; property: Expression }
  );

export interface ArrowFunctionExpression extends NodeBase {
  type: 'ArrowFunctionExpression';
  async: boolean;
  params: Parameter[];
  returnType?: TypeNode;
  body: Expression | BlockStatement;
}

export interface AwaitExpression extends NodeBase {
  type: 'AwaitExpression';
  argument: Expression;
}

export interface TSAsExpression extends NodeBase {
  type: 'TSAsExpression';
  expression: Expression;
  typeAnnotation: TypeNode;
}

export interface TSNonNullExpression extends NodeBase {
  type: 'TSNonNullExpression';
  expression: Expression;
}

export type Expression =
  | Identifier
  | Literal
  | RegExpLiteral
  | TemplateLiteral
  | ArrayExpression
  | ObjectExpression
  | UnaryExpression
  | UpdateExpression
  | BinaryExpression
  | LogicalExpression
  | AssignmentExpression
  | ConditionalExpression
  | CallExpression
  | NewExpression
  | MemberExpression
  | ArrowFunctionExpression
  | AwaitExpression
  | TSAsExpression
  | TSNonNullExpression;

export interface Parameter extends NodeBase {
  type: 'Parameter';
  name: string;
  optional?: boolean;
  typeAnnotation?: TypeNode;
  default?: Expression;
}

/** `[a, b]` on the left of a declaration. */
export interface ArrayPattern extends NodeBase {
  type: 'ArrayPattern';
  elements: Identifier[];
}

/** What every statement may carry beside its node. */
export interface StatementBase extends NodeBase {
  /** Line comments above the statement, one entry a line, without slashes. May hold any text. */
  comments?: string[];
  /** One empty line above (not printed at the start of a block). */
  blankBefore?: boolean;
}

export interface ExpressionStatement extends StatementBase {
  type: 'ExpressionStatement';
  expression: Expression;
}

export interface VariableDeclarator extends NodeBase {
  type: 'VariableDeclarator';
  id: Identifier | ArrayPattern;
  typeAnnotation?: TypeNode;
  /** `name!: type`: set before it is read, in a way that TypeScript cannot follow. */
  definite?: boolean;
  init?: Expression;
}

export interface VariableDeclaration extends StatementBase {
  type: 'VariableDeclaration';
  kind: 'const' | 'let';
  declarations: VariableDeclarator[];
}

export interface BlockStatement extends StatementBase {
  type: 'BlockStatement';
  body: Statement[];
  /** Comments in a block without statements, or after its last one. */
  innerComments?: string[];
}

export interface IfStatement extends StatementBase {
  type: 'IfStatement';
  test: Expression;
  consequent: BlockStatement;
  alternate?: BlockStatement | IfStatement;
}

export interface WhileStatement extends StatementBase {
  type: 'WhileStatement';
  test: Expression;
  body: BlockStatement;
}

export interface ForStatement extends StatementBase {
  type: 'ForStatement';
  init?: VariableDeclaration | AssignmentExpression;
  test?: Expression;
  update?: Expression;
  body: BlockStatement;
}

export interface ForOfStatement extends StatementBase {
  type: 'ForOfStatement';
  /** A new variable, or with `kind` absent one that exists. */
  kind?: 'const' | 'let';
  left: Identifier | ArrayPattern;
  right: Expression;
  body: BlockStatement;
  /** The variables on the left that live in the loop alone; found by analysis. */
  declared?: Set<Identifier>;
  /** Those of them that nobody reads. */
  unread?: Set<Identifier>;
}

/** `for (const key in object)`. */
export interface ForInStatement extends StatementBase {
  type: 'ForInStatement';
  kind: 'const' | 'let';
  left: Identifier;
  right: Expression;
  body: BlockStatement;
}

export interface ReturnStatement extends StatementBase {
  type: 'ReturnStatement';
  argument?: Expression;
}

export interface BreakStatement extends StatementBase {
  type: 'BreakStatement';
}

export interface ContinueStatement extends StatementBase {
  type: 'ContinueStatement';
}

export interface ThrowStatement extends StatementBase {
  type: 'ThrowStatement';
  argument: Expression;
}

export interface CatchClause {
  param?: Identifier;
  body: BlockStatement;
  /** The variable lives in the clause alone; found by analysis. */
  declares?: boolean;
}

export interface TryStatement extends StatementBase {
  type: 'TryStatement';
  block: BlockStatement;
  handler?: CatchClause;
  finalizer?: BlockStatement;
}

export interface FunctionDeclaration extends StatementBase {
  type: 'FunctionDeclaration';
  exported: boolean;
  async: boolean;
  name: string;
  params: Parameter[];
  returnType?: TypeNode;
  body: BlockStatement;
  /** Lines of a documentation comment. May hold any text. */
  doc?: string[];
}

export interface ImportDeclaration extends StatementBase {
  type: 'ImportDeclaration';
  typeOnly?: boolean;
  default?: string;
  named?: string[];
  source: string;
}

export interface TSTypeAliasDeclaration extends StatementBase {
  type: 'TSTypeAliasDeclaration';
  name: string;
  typeAnnotation: TypeNode;
  doc?: string[];
}

export interface TSInterfaceDeclaration extends StatementBase {
  type: 'TSInterfaceDeclaration';
  name: string;
  members: TypeMember[];
  doc?: string[];
}

/** `declare const name: type;`: what the host has put there. */
export interface TSDeclareConst extends StatementBase {
  type: 'TSDeclareConst';
  name: string;
  typeAnnotation: TypeNode;
}

/** Declarations kept as text: a helper function, already laid out, with its types. */
export interface SourceText extends StatementBase {
  type: 'SourceText';
  source: string;
}

export type Statement =
  | ExpressionStatement
  | VariableDeclaration
  | BlockStatement
  | IfStatement
  | WhileStatement
  | ForStatement
  | ForOfStatement
  | ForInStatement
  | ReturnStatement
  | BreakStatement
  | ContinueStatement
  | ThrowStatement
  | TryStatement
  | FunctionDeclaration
  | ImportDeclaration
  | TSTypeAliasDeclaration
  | TSInterfaceDeclaration
  | TSDeclareConst
  | SourceText;

export interface Program {
  type: 'Program';
  body: Statement[];
}

/** `string`, `Date`, `Record<string, string>`: any named type, keywords included. */
export interface TSTypeReference {
  type: 'TSTypeReference';
  name: string;
  typeArguments?: TypeNode[];
}

export interface TSArrayType {
  type: 'TSArrayType';
  elementType: TypeNode;
}

export interface TSUnionType {
  type: 'TSUnionType';
  types: TypeNode[];
}

export interface TSLiteralType {
  type: 'TSLiteralType';
  value: string | number | boolean;
}

export interface TypeMember {
  key: string;
  optional?: boolean;
  readonly?: boolean;
  typeAnnotation: TypeNode;
  doc?: string[];
}

export interface TSTypeLiteral {
  type: 'TSTypeLiteral';
  members: TypeMember[];
}

export interface TSFunctionType {
  type: 'TSFunctionType';
  params: Parameter[];
  returnType: TypeNode;
}

export type TypeNode = TSTypeReference | TSArrayType | TSUnionType | TSLiteralType | TSTypeLiteral | TSFunctionType;
