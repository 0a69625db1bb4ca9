/** What an expression looks like, as far as the choice of a layout depends on it. */

import type {
  ArrowFunctionExpression,
  CallExpression,
  Expression,
  Literal,
  Property,
  SpreadElement,
  TemplateLiteral,
} from '../tree.ts';
import { regExpLiteral, stringLiteral, templateText } from './text.ts';

export type Argument = Expression | SpreadElement;

/** Up to this many characters, an argument is short: a quarter of the line. */
const SHORT = 20;

export function isNumber(node: Argument): boolean {
  return node.type === 'Literal' && typeof node.value === 'number';
}

export function isString(node: Argument): node is Literal & { value: string } {
  return node.type === 'Literal' && typeof node.value === 'string';
}

function isSignedNumber(node: Argument): boolean {
  return node.type === 'UnaryExpression' && (node.operator === '-' || node.operator === '+') && isNumber(node.argument);
}

/** An array of nothing but numbers: printed with as many on a line as fit. */
export function isNumberArray(node: Argument): boolean {
  return (
    node.type === 'ArrayExpression' &&
    node.elements.length > 0 &&
    node.elements.every((element) => isNumber(element) || isSignedNumber(element))
  );
}

export function withoutNonNull(node: Expression): Expression;
export function withoutNonNull(node: Argument): Argument;
export function withoutNonNull(node: Argument): Argument {
  let inner = node;
  while (inner.type === 'TSNonNullExpression') inner = inner.expression;
  return inner;
}

/** Whether a `?.` in it makes the whole an optional chain. */
export function isOptionalChain(node: Argument): boolean {
  let inner = node;
  for (;;) {
    if (inner.type === 'MemberExpression') {
      if (inner.optional === true) return true;
      inner = inner.object;
    } else if (inner.type === 'CallExpression') {
      inner = inner.callee;
    } else if (inner.type === 'TSNonNullExpression') {
      inner = inner.expression;
    } else {
      return false;
    }
  }
}

/** Whether the key is printed in brackets. In plain or in quotes `__proto__` would set the prototype. */
export function isComputed(property: Property): boolean {
  return property.computed || property.key === '__proto__';
}

/** Whether `key: key` is printed as `key`. */
export function isShorthand(property: Property): boolean {
  return !isComputed(property) && property.value.type === 'Identifier' && property.value.name === property.key;
}

/** An argument that does not keep a chain of calls from being on one line. */
export function isSimpleArgument(argument: Argument, depth = 2): boolean {
  if (depth <= 0) return false;
  const node = withoutNonNull(argument);
  const isSimpleChild = (child: Argument) => isSimpleArgument(child, depth - 1);
  switch (node.type) {
    case 'RegExpLiteral':
      return regExpLiteral(node.pattern, '').length - 2 <= 5;
    case 'Literal':
    case 'Identifier':
      return true;
    case 'TemplateLiteral':
      return interpolated(node).every(isSimpleChild);
    case 'ObjectExpression':
      return node.properties.every(
        (property) =>
          property.type === 'Property' &&
          !isComputed(property) &&
          (isShorthand(property) || isSimpleChild(property.value)),
      );
    case 'ArrayExpression':
      return node.elements.every(isSimpleChild);
    case 'CallExpression':
    case 'NewExpression':
      return (
        isSimpleArgument(node.callee, depth) && node.arguments.length <= depth && node.arguments.every(isSimpleChild)
      );
    case 'MemberExpression':
      return isSimpleArgument(node.object, depth) && (!node.computed || isSimpleArgument(node.property, depth));
    case 'UnaryExpression':
      return (
        (node.operator === '!' || node.operator === '-' || node.operator === '+') &&
        isSimpleArgument(node.argument, depth)
      );
    case 'UpdateExpression':
      return isSimpleArgument(node.argument, depth);
    default:
      return false;
  }
}

/** What is printed in `${}`: texts are printed as part of the template. */
function interpolated(node: TemplateLiteral): Expression[] {
  return node.expressions.filter((embedded) => !isString(embedded));
}

/** The text of a template without interpolations. */
function textOf(node: TemplateLiteral): string {
  return node.quasis.map((quasi, index) => quasi + textOfLiteral(node.expressions[index])).join('');
}

function textOfLiteral(node: Expression | undefined): string {
  return node !== undefined && isString(node) ? node.value : '';
}

/** A lone argument so short that a line break before it would gain nothing. */
export function isLoneShortArgument(node: Argument): boolean {
  switch (node.type) {
    case 'Identifier':
      return node.name.length <= SHORT;
    case 'RegExpLiteral':
      return regExpLiteral(node.pattern, '').length - 2 <= SHORT;
    case 'Literal':
      return typeof node.value !== 'string' || stringLiteral(node.value).length <= SHORT;
    case 'TemplateLiteral':
      return interpolated(node).length === 0 && templateText(textOf(node)).length <= SHORT;
    case 'UnaryExpression':
      return isSignedNumber(node) || isLoneShortArgument(node.argument);
    case 'CallExpression':
      return node.arguments.length === 0 && node.callee.type === 'Identifier' && node.callee.name.length <= SHORT - 2;
    default:
      return false;
  }
}

/** An argument that may be broken inside while the parentheses of its call stay beside it. */
export function canHug(argument: Argument, inArrowChain = false): boolean {
  switch (argument.type) {
    case 'ObjectExpression':
      return argument.properties.length > 0;
    case 'ArrayExpression':
      return argument.elements.length > 0;
    case 'TSAsExpression':
      return canHug(argument.expression);
    case 'ArrowFunctionExpression': {
      const { body } = argument;
      if (body.type === 'BlockStatement' || body.type === 'ObjectExpression' || body.type === 'ArrayExpression') {
        return true;
      }
      if (body.type === 'ArrowFunctionExpression') return canHug(body, true);
      return !inArrowChain && (body.type === 'ConditionalExpression' || withoutNonNull(body).type === 'CallExpression');
    }
    default:
      return false;
  }
}

/** Whether two functions, or a call that takes one, are among the arguments: then each is on its own line. */
export function isComposition(args: readonly Argument[]): boolean {
  if (args.length <= 1) return false;
  let functions = 0;
  for (const argument of args) {
    if (argument.type === 'ArrowFunctionExpression') {
      if (++functions > 1) return true;
    } else {
      const call = withoutNonNull(argument);
      if (call.type === 'CallExpression' && call.arguments.some(isArrow)) return true;
    }
  }
  return false;
}

export function isArrow(node: Argument): node is ArrowFunctionExpression {
  return node.type === 'ArrowFunctionExpression';
}

/** `() => {…}, […]`: the arguments of a React hook, which Prettier never breaks. */
export function isHookWithDependencies(args: readonly Argument[]): boolean {
  const [first, second, third] = args;
  if (first === undefined || second === undefined) return false;
  if (third === undefined) return isCallbackWithDependencies(first, second);
  return args.length === 3 && first.type === 'Identifier' && isCallbackWithDependencies(second, third);
}

function isCallbackWithDependencies(callback: Argument, dependencies: Argument): boolean {
  return (
    isArrow(callback) &&
    callback.params.length === 0 &&
    callback.body.type === 'BlockStatement' &&
    dependencies.type === 'ArrayExpression'
  );
}

const TEST_CALLEES =
  /^(?:(?:it|test|describe)(?:\.only|\.skip)?|test\.(?:fixme|step|describe(?:\.(?:only|skip|fixme|parallel|serial|parallel\.only|serial\.only))?)|skip|x(?:it|describe|test)|f(?:it|describe|test))$/;

/** `test("…", () => …)` and the like, which Prettier keeps on the line of the call. */
export function isTestCall(node: { type: string } | undefined, parent?: { type: string }): boolean {
  if (node === undefined || !isCallExpression(node)) return false;
  const [first, second, third] = node.arguments;
  if (first === undefined) return false;
  if (second === undefined) {
    if (isAngularWrapper(node) && isTestCall(parent)) return isArrow(first);
    return /^(?:before|after)(?:Each|All)$/.test(nameOf(node.callee)) && isAngularWrapper(first);
  }
  if (node.arguments.length > 3 || !(first.type === 'TemplateLiteral' || isString(first))) return false;
  if (!TEST_CALLEES.test(nameOf(node.callee))) return false;
  if (third !== undefined && !isNumber(third)) return false;
  if (isAngularWrapper(second)) return true;
  if (!isArrow(second)) return false;
  return third === undefined || (second.body.type === 'BlockStatement' && second.params.length <= 1);
}

/** Names that a layout is chosen by where something is called by them, or on them. */
const TOLD_APART =
  /^(?:.{0,2}|[A-Z].*|[$_]+|require|define|undefined|async|inject|fakeAsync|waitForAsync|(?:before|after)(?:Each|All))$/u;

/** Whether a layout is chosen by this name, beside its length, where it stands at the start of a chain or is called. */
export function isToldApart(name: string): boolean {
  return TOLD_APART.test(name) || TEST_CALLEES.test(name);
}

function isCallExpression(node: { type: string }): node is CallExpression {
  return node.type === 'CallExpression';
}

function isAngularWrapper(node: Argument): boolean {
  return node.type === 'CallExpression' && /^(?:async|inject|fakeAsync|waitForAsync)$/.test(nameOf(node.callee));
}

/** `a.b.c` of an expression that is nothing but names, else an empty text. */
export function nameOf(node: Expression): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.optional === true) return '';
  const object = nameOf(node.object);
  return object === '' ? '' : `${object}.${node.property}`;
}

/** An argument after a function that leaves the call short enough for the function to stay beside the parenthesis. */
export function isHopefullyShort(node: Argument): boolean {
  switch (node.type) {
    case 'TSAsExpression': {
      let type = node.typeAnnotation;
      if (type.type === 'TSArrayType') {
        type = type.elementType;
        if (type.type === 'TSArrayType') type = type.elementType;
      }
      const only = type.type === 'TSTypeReference' && type.typeArguments?.length === 1 ? type.typeArguments[0] : type;
      const isSimple =
        only !== undefined &&
        (only.type === 'TSLiteralType' || (only.type === 'TSTypeReference' && !only.typeArguments?.length));
      return isSimple && isSimpleArgument(node.expression, 1);
    }
    case 'CallExpression':
    case 'NewExpression':
      if (node.arguments.length > 1 && !isOptionalChain(node)) return false;
      return isSimpleArgument(node);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return isSimpleArgument(node.left, 1) && isSimpleArgument(node.right, 1);
    case 'RegExpLiteral':
      return true;
    default:
      return isSimpleArgument(node);
  }
}
