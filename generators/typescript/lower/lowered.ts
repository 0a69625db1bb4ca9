/** What lowering does with the nodes that it got for a block. */

import type { BlockStatement, Expression, IfStatement, Statement } from '../tree.ts';

/** Whether TypeScript sees that what follows a statement is never reached. */
export function endsHere(statement: Statement): boolean {
  switch (statement.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'IfStatement': {
      const truth = literalTruth(statement.test);
      const no = truth === true || (statement.alternate !== undefined && endsHere(statement.alternate));
      return no && (truth === false || blockEnds(statement.consequent));
    }
    case 'BlockStatement':
      return blockEnds(statement);
    case 'WhileStatement':
      return literalTruth(statement.test) === true && !reaches(statement.body, 'BreakStatement');
    case 'TryStatement': {
      const { block, handler, finalizer } = statement;
      return (finalizer && blockEnds(finalizer)) || (blockEnds(block) && (!handler || blockEnds(handler.body)));
    }
    default:
      return false;
  }
}

/** Whether TypeScript sees that a body can come to a `break` of its own, if it is a loop's, or to a `return`. */
export function reaches(body: BlockStatement, leaving: 'BreakStatement' | 'ReturnStatement'): boolean {
  for (const statement of body.body) {
    if (reachesWithin(statement, leaving)) return true;
    if (endsHere(statement)) return false;
  }
  return false;
}

function reachesWithin(statement: Statement, leaving: 'BreakStatement' | 'ReturnStatement'): boolean {
  switch (statement.type) {
    case leaving:
      return true;
    case 'BlockStatement':
      return reaches(statement, leaving);
    case 'IfStatement':
      for (let branch: IfStatement | BlockStatement | undefined = statement; branch;) {
        if (branch.type === 'BlockStatement') return reaches(branch, leaving);
        const truth = literalTruth(branch.test);
        if (truth !== false && reaches(branch.consequent, leaving)) return true;
        branch = truth === true ? undefined : branch.alternate;
      }
      return false;
    case 'TryStatement': {
      const { block, handler, finalizer } = statement;
      return [block, handler?.body, finalizer].some((part) => part && reaches(part, leaving));
    }
    case 'WhileStatement':
      return (
        leaving === 'ReturnStatement' && literalTruth(statement.test) !== false && reaches(statement.body, leaving)
      );
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      return leaving === 'ReturnStatement' && reaches(statement.body, leaving);
    default:
      return false;
  }
}

/**
 * What a test is plainly, as TypeScript sees it when it looks for code that is never reached: it looks through `!` only
 * for what is behind it in `&&` and `||`, so that `!false` is anything to it.
 */
export function literalTruth(test: Expression): boolean | undefined {
  if (test.type === 'Literal') return typeof test.value === 'boolean' ? test.value : undefined;
  if (test.type === 'UnaryExpression' && test.operator === '!') {
    const truth = test.argument.type === 'Literal' ? undefined : literalTruth(test.argument);
    return truth === undefined ? undefined : !truth;
  }
  if (test.type !== 'LogicalExpression' || test.operator === '??') return undefined;
  const [left, right] = [literalTruth(test.left), literalTruth(test.right)];
  const decisive = test.operator === '||';
  if (left === decisive || right === decisive) return decisive;
  return left === undefined || right === undefined ? undefined : !decisive;
}

/** What was found of blocks: those around them ask again. */
const ends = new WeakMap<BlockStatement, boolean>();

/** Whether the end of a block is never reached. */
export function blockEnds(block: BlockStatement): boolean {
  let found = ends.get(block);
  if (found === undefined) ends.set(block, (found = block.body.some(endsHere)));
  return found;
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
