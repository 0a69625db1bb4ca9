/** Statements as documents. Blocks are laid out statement by statement: `body` stands for what is in them. */

import type {
  BlockStatement,
  ForOfStatement,
  ForStatement,
  FunctionDeclaration,
  IfStatement,
  ImportDeclaration,
  Statement,
  TryStatement,
  TSInterfaceDeclaration,
  VariableDeclaration,
} from '../tree.ts';
import { parameters } from './arrows.ts';
import { arrayPattern, declarator, typeAlias } from './assignment.ts';
import {
  erased,
  group,
  hardline,
  ifBreak,
  indent,
  join,
  line,
  marked,
  softline,
  text,
  trailingComma,
  type Doc,
} from './doc.ts';
import { printAhead } from './deep.ts';
import { eraseTypes } from './erase.ts';
import { expression } from './expressions.ts';
import { isBinaryish } from './parentheses.ts';
import type { Path } from './path.ts';
import { docComment, lineComments, stringLiteral } from './text.ts';
import { annotation, breaksAfterParameters, memberOf } from './types.ts';

/** The comments above a statement, as lines of code. */
export function commentsAbove(statement: Statement): string[] {
  const lines = statement.comments === undefined ? [] : lineComments(statement.comments);
  if ('doc' in statement && statement.doc !== undefined) lines.push(...docComment(statement.doc));
  return lines;
}

/** A statement without the comments above it. */
export function statement(path: Path, node: Statement): Doc {
  path.enter(node, 'statement');
  let doc = bare(path, node);
  if (path.isTooDeep) {
    printAhead(path, node);
    doc = bare(path, node);
  }
  path.leave();
  return marked(node.blocks, doc);
}

function bare(path: Path, node: Statement): Doc {
  switch (node.type) {
    case 'ExpressionStatement':
      path.begins(node.expression);
      return [expression(path, node.expression, 'expression'), ';'];
    case 'VariableDeclaration':
      return variables(path, node, true);
    case 'BlockStatement':
      return bareBlock(node, true);
    case 'IfStatement':
      return conditional(path, node);
    case 'WhileStatement':
      return ['while (', condition(path, node.test), ') ', block(node.body)];
    case 'ForStatement':
      return forLoop(path, node);
    case 'ForOfStatement':
      return forOfLoop(path, node);
    case 'ForInStatement':
      return [
        `for (${node.kind} `,
        marked(node.left.blocks, text(node.left.name)),
        ' in ',
        expression(path, node.right, 'right'),
        ') ',
        block(node.body, true),
      ];
    case 'ReturnStatement':
      return node.argument === undefined ? 'return;' : ['return ', result(path, node.argument), ';'];
    case 'BreakStatement':
      return 'break;';
    case 'ContinueStatement':
      return 'continue;';
    case 'ThrowStatement':
      return ['throw ', result(path, node.argument), ';'];
    case 'TryStatement':
      return attempt(node);
    case 'FunctionDeclaration':
      return functionDeclaration(path, node);
    case 'ImportDeclaration':
      return importDeclaration(node);
    case 'TSTypeAliasDeclaration':
      return erased([typeAlias(path, node), ';']);
    case 'TSInterfaceDeclaration':
      return erased(interfaceDeclaration(path, node));
    case 'TSDeclareConst':
      return erased(group(['declare const ', text(node.name), annotation(path, node.typeAnnotation), ';']));
    case 'SourceText': {
      const source = node.source.trim();
      return { kind: 'verbatim', source, javascript: eraseTypes(source) };
    }
  }
}

/** A block that belongs to a statement: what is to be said above it is said in it. Empty, its braces may be `apart`. */
export function block(node: BlockStatement, apart = false, comments: readonly string[] = []): Doc {
  return marked(node.blocks, bareBlock(node, apart, [...comments, ...commentsAbove(node)]));
}

function bareBlock({ body, innerComments = [] }: BlockStatement, apart: boolean, before: readonly string[] = []): Doc {
  const after = lineComments(innerComments);
  if (body.length + before.length + after.length === 0) return apart ? ['{', hardline, '}'] : '{}';
  return ['{', { kind: 'body', statements: body, before, after }, '}'];
}

function condition(path: Path, test: Parameters<typeof expression>[1]): Doc {
  const doc = expression(path, test, 'test');
  let inner = test;
  for (let negations = 0; negations < 2 && inner.type === 'UnaryExpression' && inner.operator === '!'; negations++) {
    inner = inner.argument;
  }
  if (inner !== test && inner.type === 'LogicalExpression') return doc;
  return group([indent([softline, doc]), softline]);
}

function conditional(path: Path, node: IfStatement): Doc {
  const parts: Doc[] = [];
  const closes: Doc[] = [];
  let comments: string[] = [];
  for (let branch = node; ;) {
    parts.push('if (', condition(path, branch.test), ') ', block(branch.consequent, true, comments));
    const { alternate } = branch;
    if (alternate === undefined) break;
    parts.push(' else ');
    if (alternate.type === 'BlockStatement') {
      parts.push(block(alternate, true));
      break;
    }
    if (alternate.blocks !== undefined && alternate.blocks.length > 0) {
      parts.push({ kind: 'open', blocks: alternate.blocks });
      closes.push({ kind: 'close', count: alternate.blocks.length });
    }
    comments = commentsAbove(alternate);
    branch = alternate;
  }
  parts.push(...closes);
  return parts;
}

function forLoop(path: Path, node: ForStatement): Doc {
  const { init, test, update } = node;
  const body = block(node.body);
  if (init === undefined && test === undefined && update === undefined) return ['for (;;) ', body];
  const head = [
    softline,
    init === undefined ? '' : forInit(path, init),
    ';',
    line,
    test === undefined ? '' : expression(path, test, 'test'),
    ';',
    update === undefined ? '' : [line, expression(path, update, 'update')],
  ];
  return ['for (', group([indent(head), softline]), ') ', body];
}

function forInit(path: Path, init: NonNullable<ForStatement['init']>): Doc {
  if (init.type === 'AssignmentExpression') return expression(path, init, 'init');
  path.enter(init, 'init');
  const doc = variables(path, init, false);
  path.leave();
  return marked(init.blocks, doc);
}

function forOfLoop(path: Path, node: ForOfStatement): Doc {
  const { left } = node;
  const name =
    left.type === 'Identifier' && node.kind === undefined
      ? expression(path, left, 'left')
      : marked(left.blocks, left.type === 'Identifier' ? text(left.name) : arrayPattern(left));
  return [
    'for (',
    node.kind === undefined ? '' : `${node.kind} `,
    name,
    ' of ',
    expression(path, node.right, 'right'),
    ') ',
    block(node.body, true),
  ];
}

/** `const a = 1, b = 2`, without the semicolon. */
function variables(path: Path, node: VariableDeclaration, isStatement: boolean): Doc {
  const docs = node.declarations.map((declaration) => declarator(path, declaration));
  const [first = '', ...others] = docs;
  const hasValue = node.declarations.some((declaration) => declaration.init !== undefined);
  const gap = hasValue && isStatement ? hardline : line;
  return group([
    `${node.kind} `,
    others.length > 0 ? indent(first) : first,
    indent(others.map((doc) => [',', gap, doc])),
    isStatement ? ';' : '',
  ]);
}

/** What is returned or thrown: operators that do not fit on the line are put in parentheses. */
function result(path: Path, argument: Parameters<typeof expression>[1]): Doc {
  const doc = expression(path, argument, 'argument');
  return isBinaryish(argument) ? group([ifBreak('('), indent([softline, doc]), softline, ifBreak(')')]) : doc;
}

function attempt(node: TryStatement): Doc {
  const parts: Doc[] = ['try ', block(node.block, true)];
  const { handler, finalizer } = node;
  if (handler !== undefined) {
    parts.push(
      handler.param === undefined
        ? ' catch '
        : [' catch (', marked(handler.param.blocks, text(handler.param.name)), ') '],
      block(handler.body, finalizer !== undefined),
    );
  }
  if (finalizer !== undefined) parts.push(' finally ', block(finalizer, true));
  return parts;
}

function functionDeclaration(path: Path, node: FunctionDeclaration): Doc {
  const params = parameters(path, node.params);
  const type = node.returnType === undefined ? '' : annotation(path, node.returnType);
  return [
    node.exported ? 'export ' : '',
    node.async ? 'async ' : '',
    'function ',
    text(node.name),
    group([breaksAfterParameters(node, type) ? group(params) : params, type]),
    ' ',
    block(node.body),
  ];
}

function importDeclaration(node: ImportDeclaration): Doc {
  const { named = [] } = node;
  const names: Doc[] = [];
  if (node.default !== undefined) names.push(text(node.default));
  if (named.length === 1 && node.default === undefined) {
    names.push(['{ ', named.map(text), ' }']);
  } else if (named.length > 0) {
    names.push(group(['{', indent([line, join([',', line], named.map(text))]), trailingComma, line, '}']));
  }
  const doc: Doc = [
    node.typeOnly === true ? 'import type ' : 'import ',
    join(', ', names),
    names.length > 0 ? ' from ' : '',
    text(stringLiteral(node.source)),
    ';',
  ];
  return node.typeOnly === true ? erased(doc) : doc;
}

function interfaceDeclaration(path: Path, node: TSInterfaceDeclaration): Doc {
  const head: Doc = ['interface ', text(node.name), ' '];
  if (node.members.length === 0) return [head, '{}'];
  const members = node.members.map((member) => [...memberOf(path, member), ';']);
  return [head, '{', indent([hardline, join(hardline, members)]), hardline, '}'];
}
