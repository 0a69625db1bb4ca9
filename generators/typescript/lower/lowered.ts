/** What lowering does with the nodes that it got for a block. */

import type { BlockStatement, Expression, Statement } from '../tree.ts';

/** Whether what follows a statement is never reached. */
export function endsHere(statement: Statement): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'IfStatement':
      return statement.alternate !== undefined && blockEnds(statement.consequent) && endsHere(statement.alternate);
    case 'BlockStatement':
      return blockEnds(statement);
    default:
      return false;
  }
}

/** Whether the end of a block is never reached. */
export function blockEnds({ body }: BlockStatement): boolean {
  const last = body.at(-1);
  return last !== undefined && endsHere(last);
}

/** Notes that a node is the whole code of a block. */
export function tag<N extends Expression | Statement>(node: N, blockId: string): N {
  if (blockId !== '') node.blocks = node.blocks ? [blockId, ...node.blocks] : [blockId];
  return node;
}

/** The lines of a comment on a block. */
export function commentLines(comment: string): string[] {
  const trimmed = comment.trim();
  return trimmed === '' ? [] : trimmed.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trimEnd());
}

const statementTypes = new Set<string>([
  'ExpressionStatement',
  'VariableDeclaration',
  'BlockStatement',
  'IfStatement',
  'WhileStatement',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'ReturnStatement',
  'BreakStatement',
  'ContinueStatement',
  'ThrowStatement',
  'TryStatement',
  'FunctionDeclaration',
  'ImportDeclaration',
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
  'TSDeclareConst',
  'SourceText',
]);

export function isExpression(node: Expression | Statement): node is Expression {
  return !statementTypes.has(node.type);
}
