/** Types as documents. What is printed here is in the TypeScript only. */

import type { Parameter, TSFunctionType, TSUnionType, TypeMember, TypeNode } from '../tree.ts';
import { parameters } from './arrows.ts';
import { erased, group, hardline, ifBreak, indent, join, line, softline, text, willBreak, type Doc } from './doc.ts';
import { Path } from './path.ts';
import { docComment, numberLiteral, propertyKey, stringLiteral } from './text.ts';

/** What a type is to what it stands in, where that matters for its layout. */
export type TypePlace = 'element' | 'member-of-union' | 'arrow-return' | 'alias' | 'argument' | 'only-parameter';

/** Names that are keywords of TypeScript's types. */
const KEYWORDS = new Set(
  'any bigint boolean intrinsic never null number object string symbol undefined unknown void'.split(' '),
);

/** The document of a type. */
export function typeOf(path: Path, node: TypeNode, place?: TypePlace): Doc {
  switch (node.type) {
    case 'TSTypeReference':
      return [text(node.name), typeArguments(path, node.typeArguments)];
    case 'TSArrayType':
      return [typeOf(path, node.elementType, 'element'), '[]'];
    case 'TSLiteralType':
      return literalType(node.value);
    case 'TSTypeLiteral':
      return typeLiteral(path, node, place);
    case 'TSFunctionType': {
      const isNested = place === 'element' || place === 'member-of-union' || place === 'arrow-return';
      const doc = functionType(path, node);
      return isNested ? ['(', doc, ')'] : doc;
    }
    case 'TSUnionType': {
      const isNested = place === 'element' || place === 'member-of-union';
      const doc = union(path, node, place);
      return isNested ? ['(', doc, ')'] : doc;
    }
  }
}

function literalType(value: string | number | boolean): Doc {
  if (typeof value === 'string') return text(stringLiteral(value));
  if (typeof value === 'boolean') return String(value);
  return value < 0 ? `-${numberLiteral(-value)}` : numberLiteral(value);
}

/** `: type`. Of a variable that an arrow function is assigned to, the type arguments may be broken. */
export function annotation(path: Path, type: TypeNode, ofArrow = false): Doc {
  if (ofArrow && type.type === 'TSTypeReference' && type.typeArguments !== undefined) {
    return erased([': ', text(type.name), typeArguments(path, type.typeArguments, true)]);
  }
  return erased([': ', typeOf(path, type)]);
}

/** `<A, B>`, or nothing. */
export function typeArguments(path: Path, types: readonly TypeNode[] | undefined, ofArrow = false): Doc {
  const [first] = types ?? [];
  if (types === undefined || first === undefined) return '';
  const docs = types.map((type) => typeOf(path, type, 'argument'));
  const isInline = types.length === 1 && (ofArrow ? first.type === 'TSTypeLiteral' : staysBeside(first));
  if (isInline) return ['<', docs, '>'];
  return group(['<', indent([softline, join([',', line], docs)]), softline, '>']);
}

/** A type that gains nothing from a line break before it. */
function staysBeside(type: TypeNode): boolean {
  switch (type.type) {
    case 'TSLiteralType':
    case 'TSTypeLiteral':
      return true;
    case 'TSTypeReference':
      return type.typeArguments === undefined || type.typeArguments.length === 0;
    case 'TSUnionType':
      return shouldHugUnion(type);
    default:
      return false;
  }
}

/** `{…} | null`: an object, or one named type, and nothing. */
export function shouldHugUnion(node: TSUnionType): boolean {
  const isObject = (type: TypeNode) =>
    type.type === 'TSTypeLiteral' || (type.type === 'TSTypeReference' && !KEYWORDS.has(type.name));
  const found = node.types.findIndex(isObject);
  if (found < 0) return false;
  return node.types.every(
    (type, index) =>
      index === found || (type.type === 'TSTypeReference' && (type.name === 'null' || type.name === 'void')),
  );
}

function union(path: Path, node: TSUnionType, place: TypePlace | undefined): Doc {
  const types = node.types.map((type) => typeOf(path, type, 'member-of-union'));
  if (shouldHugUnion(node)) return join(' | ', types);
  const members = group(types.map((type, index) => [index === 0 ? ifBreak('| ') : [line, '| '], indent(type)]));
  switch (place) {
    case 'element':
    case 'member-of-union':
      return group([indent([softline, members]), softline]);
    case 'alias':
    case 'argument':
      return members;
    default:
      return group(indent([softline, members]));
  }
}

function functionType(path: Path, node: TSFunctionType): Doc {
  const result = typeOf(path, node.returnType);
  const params = parameters(path, node.params);
  return group([breaksAfterParameters(node, result) ? group(params) : params, ' => ', result]);
}

/** Whether the result type of a function is broken before its one parameter is. */
export function breaksAfterParameters(
  node: { params: readonly Parameter[]; returnType?: TypeNode },
  result: Doc,
): boolean {
  if (node.returnType === undefined || node.params.length !== 1) return false;
  return node.returnType.type === 'TSTypeLiteral' || willBreak(result);
}

function typeLiteral(
  path: Path,
  node: Extract<TypeNode, { type: 'TSTypeLiteral' }>,
  place: TypePlace | undefined,
): Doc {
  if (node.members.length === 0) return '{}';
  const members = node.members.map((member, index) => [
    ...memberOf(path, member),
    index < node.members.length - 1 ? ';' : ifBreak(';'),
  ]);
  const contents: Doc = ['{', indent([line, join(line, members)]), line, '}'];
  if (place === 'only-parameter') return contents;
  path.hasObjects = true;
  const braces = group(contents, path.broken.has(node));
  braces.keeps = node;
  return braces;
}

/** A member of an object type, without what separates it from the next. */
export function memberOf(path: Path, member: TypeMember): Doc[] {
  const parts: Doc[] = [];
  for (const comment of docComment(member.doc ?? [])) parts.push(text(comment), hardline);
  parts.push(
    group([
      member.readonly === true ? 'readonly ' : '',
      text(propertyKey(member.key)),
      member.optional === true ? '?: ' : ': ',
      typeOf(path, member.typeAnnotation),
    ]),
  );
  return parts;
}

/** Whether the type can never be on one line. */
export function typeWillBreak(path: Path, type: TypeNode): boolean {
  return willBreak(typeOf(path, type, 'argument'));
}
