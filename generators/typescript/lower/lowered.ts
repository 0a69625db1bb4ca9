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
      return literalTruth(statement.test) === true && !breaks(statement.body);
    case 'TryStatement': {
      const { block, handler, finalizer } = statement;
      return (finalizer && blockEnds(finalizer)) || (blockEnds(block) && (!handler || blockEnds(handler.body)));
    }
    default:
      return false;
  }
}

/** Whether a loop with this body can be left by a `break`. */
function breaks(body: BlockStatement): boolean {
  for (const statement of body.body) {
    if (breaksWithin(statement)) return true;
    if (endsHere(statement)) return false;
  }
  return false;
}

function breaksWithin(statement: Statement): boolean {
  switch (statement.type) {
    case 'BreakStatement':
      return true;
    case 'BlockStatement':
      return breaks(statement);
    case 'IfStatement':
      for (let branch: IfStatement | BlockStatement | undefined = statement; branch;) {
        if (branch.type === 'BlockStatement') return breaks(branch);
        const truth = literalTruth(branch.test);
        if (truth !== false && breaks(branch.consequent)) return true;
        branch = truth === true ? undefined : branch.alternate;
      }
      return false;
    case 'TryStatement': {
      const { block, handler, finalizer } = statement;
      return [block, handler?.body, finalizer].some((part) => part && breaks(part));
    }
    default:
      return false;
  }
}

/** What a test is plainly, as TypeScript sees it when it looks for code that is never reached. */
export function literalTruth(test: Expression): boolean | undefined {
  if (test.type === 'Literal') return typeof test.value === 'boolean' ? test.value : undefined;
  if (test.type === 'UnaryExpression' && test.operator === '!') {
    const truth = literalTruth(test.argument);
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
