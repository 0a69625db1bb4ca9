import { declareVariables, privateVariables } from './analyze/declare.ts';
import { assemble, entryParameters } from './analyze/module.ts';
import { start } from './analyze/known.ts';
import { Narrowing, newNotes } from './analyze/narrowing.ts';
import { freeName, giveNames } from './analyze/names.ts';
import { addSteps, stepNames } from './analyze/steps.ts';
import { usageOf, type Usage } from './analyze/usage.ts';
import { block as blockOf } from './build.ts';
import type { BlockRange, Compilation, Diagnostic, Entry } from './compilation.ts';
import { isReference, mainOwner, privateKey, variableId, type UserFunction, type Variable } from './lower/entities.ts';
import { declareFunction, foldName, isDefinition, lowerFunction } from './lower/functions.ts';
import { packLowerings } from './lower/index.ts';
import { Lowerer } from './lower/lowerer.ts';
import type { Lowerings } from './lower/lowering.ts';
import { print, type Printed } from './print/index.ts';
import { StatementRecords } from './print/statement-records.ts';
import { diagnose } from './problems.ts';
import type { ProgramState } from './program.ts';
import { read, type ProgramBlock, type ProgramTree } from './read.ts';
import type { BlockStatement, FunctionDeclaration, Statement } from './tree.ts';
import { cutEndless, Kind, T, type Type } from './types.ts';

/** How a program is compiled. */
export interface CompileOptions {
  /**
   * `function` (the default): an exported async function that takes what the host provides.
   * `script`: a module that runs when it is loaded, with top-level `await`.
   */
  format?: 'function' | 'script';
  /** The name of that function; `main` if absent. */
  name?: string;
  /** Whether the first item of a list, and the first letter of a text, has the number 1. True if absent, as in Blockly. */
  oneBasedIndex?: boolean;
  /** Lowerings for the blocks of the host, by block type; they come before the pack's own. */
  lowerings?: Lowerings;
  /**
   * Calls `__trace(blockId)` before each statement, and `__trace(blockId, promise)`, which must give
   * the promise back, around each promise that is awaited. With `step`, the program can be held at each statement and
   * in each round of a loop, and its variables looked at: every function is async, and what the program then expects
   * of its host is declared at its beginning.
   */
  trace?: boolean | 'step';
  /**
   * The time of compiling, in milliseconds since 1970. Only to warn of dates that have passed: the
   * code does not depend on it.
   */
  now?: number;
}

/**
 * How often a type can grow: by each kind there is, and by what else is known of a list or an object. Types are those of
 * variables, of functions, and of the lists and objects that blocks make; and every pass but the last sees one grow.
 */
const growthsOfType = 16;

/** Compiles a program to TypeScript. Never throws: what is wrong with the program is in the diagnostics. */
export function compile(program: ProgramState, options: CompileOptions = {}): Compilation {
  return compilationOf(compileWhole(program, options, false));
}

/** What is told of a compilation. */
export function compilationOf({ printed, diagnostics, lowerer, entry }: Whole): Compilation {
  const { code, javascript, ranges } = printed;
  return { code, javascript, ranges: mergeRanges(ranges), diagnostics: [...diagnostics, ...lowerer.reports], entry };
}

/** A compilation with all that was found on the way. */
export interface Whole {
  tree: ProgramTree;
  lowerer: Lowerer;
  main: BlockStatement;
  usages: readonly Usage[];
  /** IDs of variables that every function has for itself. */
  privateVariables: ReadonlySet<string>;
  /** What may be narrowed in main, and in each function. */
  narrowings: ReadonlyMap<UserFunction | undefined, Narrowing>;
  /** The text, in which a block may have several ranges, and where each statement is in it. */
  printed: Printed;
  records: StatementRecords | undefined;
  /** What was said when the program was read. */
  diagnostics: Diagnostic[];
  entry: Entry;
}

/** @param isNoting Whether to note what is needed to compile parts of the program anew. */
export function compileWhole(program: ProgramState, options: CompileOptions, isNoting: boolean): Whole {
  const diagnostics: Diagnostic[] = [];
  const tree = read(program, diagnostics);
  const mentions = countMentions(tree, new Set());
  let lowerer = lowererFor(tree, options, mentions, new Set(), isNoting);
  let { lowered, usages } = settle(tree, lowerer);
  const own = privateVariables(usages);
  if (own.size > 0) {
    lowerer = lowererFor(tree, options, countMentions(tree, own), own, isNoting);
    ({ lowered, usages } = settle(tree, lowerer));
  }
  reportDoubles(tree, lowerer);
  reportUnused(lowerer, usages);
  const shared = declareVariables(
    usages,
    lowerer.types,
    (label, owner) => lowerer.supplies.newTemporary(label, owner),
    options.format === 'script',
  );
  const narrowings = new Map<UserFunction | undefined, Narrowing>();
  const inFunctions = lowered.functions.map(({ declared, node }) => ({ declared, body: node.body.body }));
  for (const { declared, body } of [{ declared: undefined, body: lowered.main.body }, ...inFunctions]) {
    const narrowing = new Narrowing(lowerer.types, isNoting ? newNotes() : undefined);
    const after = narrowing.convert(body, start);
    narrowing.notes?.after.set(body, after);
    narrowings.set(declared, narrowing);
  }
  const sharedVariables = shared.flatMap((declaration) => declared(declaration));
  if (lowerer.frame) addSteps({ ...lowered, shared: sharedVariables }, lowerer.frame);
  const name = freeName(options.name ?? 'main', 'main');
  const format = options.format ?? 'function';
  giveNames({
    main: format === 'function' ? name : undefined,
    functions: lowerer.scope.functions,
    shared: sharedVariables,
    locals: usages.map(({ owner, uses }) => ({
      owner,
      variables: [
        ...(owner?.parameters ?? []),
        ...[...uses.keys()].filter((variable) => !variable.isShared && !variable.parameterOf),
      ],
    })),
    temporaries: lowerer.supplies.temporaries,
    frame: lowerer.frame,
    helpers: lowerer.supplies.helpers.values(),
    taken: lowerer.frame ? stepNames : [],
  });
  // An edit where they are used takes compiling the whole.
  for (const { uses, divided } of usages) for (const variable of divided) uses.delete(variable);
  const module = assemble(
    { format, name, trace: options.trace ?? false, main: lowered.main, shared, functions: lowered.functions },
    lowerer.supplies,
    lowerer.types,
  );
  const records = isNoting ? new StatementRecords() : undefined;
  return {
    tree,
    lowerer,
    main: lowered.main,
    usages,
    privateVariables: own,
    narrowings,
    printed: print(module, records),
    records,
    diagnostics,
    entry: { name: format === 'function' ? name : '', parameters: entryParameters(lowerer.supplies) },
  };
}

function lowererFor(
  tree: ProgramTree,
  options: CompileOptions,
  mentions: ReadonlyMap<string, number>,
  own: ReadonlySet<string>,
  isNoting: boolean,
): Lowerer {
  const lowerer = new Lowerer(
    tree,
    {
      oneBasedIndex: options.oneBasedIndex ?? true,
      trace: options.trace ?? false,
      now: options.now,
      privateVariables: own,
      isNoting,
      packLowerings,
      lowerings: options.lowerings ? { ...packLowerings, ...options.lowerings } : packLowerings,
    },
    mentions,
  );
  for (const [first] of tree.stacks) {
    if (!first || !isDefinition(first)) continue;
    const declared = declareFunction(first, lowerer);
    if (lowerer.scope.functionsByName.has(foldName(declared.label))) continue;
    lowerer.scope.functions.push(declared);
    lowerer.scope.functionsByName.set(foldName(declared.label), declared);
  }
  return lowerer;
}

/** Lowers the program until nothing changes any more: in two or three passes, unless types go a long way. */
function settle(tree: ProgramTree, lowerer: Lowerer): { lowered: Lowered; usages: Usage[] } {
  let lowered = pass(tree, lowerer);
  let usages = analyze(lowered);
  const most = growthsOfType * (tree.variables.size + tree.size);
  for (let count = 1; count < most && !isSettled(lowerer, usages); count++) {
    lowered = pass(tree, lowerer);
    usages = analyze(lowered);
  }
  return { lowered, usages };
}

/** Says which functions have the name of another: only the first of them is in the code. */
function reportDoubles(tree: ProgramTree, lowerer: Lowerer): void {
  for (const [first] of tree.stacks) {
    if (!first || !isDefinition(first) || lowerer.scope.functions.some(({ definition }) => definition === first))
      continue;
    lowerer.report(diagnose('duplicate-function', { name: String(first.fields['NAME'] ?? '') }, first.id));
  }
}

interface Lowered {
  main: BlockStatement;
  functions: { declared: UserFunction; node: FunctionDeclaration }[];
}

function pass(tree: ProgramTree, lowerer: Lowerer): Lowered {
  lowerer.begin();
  const functions = lowerer.scope.functions.map((declared) => ({
    declared,
    node: lowerer.whole(() => lowerFunction(declared, lowerer)),
  }));
  const body: Statement[] = [];
  for (const stack of tree.stacks) {
    const [first] = stack;
    if (first && isDefinition(first)) continue;
    for (const statement of lowerer.whole(() => lowerer.chain(stack)).body) body.push(statement);
  }
  lowerer.knowledge.spread();
  return { main: blockOf(body), functions };
}

/** Finds how every function, and then the main program, uses the variables. */
function analyze(lowered: Lowered): Usage[] {
  const summaries = new Map<UserFunction, Usage>();
  for (let changed = true; changed;) {
    changed = false;
    for (const { declared, node } of lowered.functions) {
      const before = summaries.get(declared);
      const usage = usageOf(declared, node.body, summaries);
      summaries.set(declared, usage);
      if (!before || isLarger(usage, before)) changed = true;
    }
  }
  return [usageOf(undefined, lowered.main, summaries), ...summaries.values()];
}

function isLarger(usage: Usage, before: Usage): boolean {
  return (
    before.needs.size !== usage.needs.size ||
    before.sets.size !== usage.sets.size ||
    before.writes.size !== usage.writes.size
  );
}

/** Whether the code of the last pass was chosen by what is now known to be true. */
function isSettled(lowerer: Lowerer, [main]: readonly Usage[]): boolean {
  let settled = !lowerer.types.stale;
  for (const [variable, how] of main?.needs ?? []) {
    if (how === 'read' && !variable.readUnset) {
      variable.readUnset = true;
      settled = false;
    } else if (how === 'change' && !variable.changedUnset) {
      variable.changedUnset = true;
      // It counts from 0.
      lowerer.knowledge.give(variable, T.number);
      if (variable.type.kinds !== Kind.Number) settled = false;
    }
  }
  if (cutEndless(allTypes(lowerer))) settled = false;
  if (!settled || !lowerer.types.hopeful) return settled;
  lowerer.types.hopeful = false;
  return !lowerer.types.sawNothing;
}

/** Says which variables are never set or never read, and which functions are never called. */
function reportUnused(lowerer: Lowerer, usages: readonly Usage[]): void {
  const totals = new Map<Variable, { reads: number; writes: number }>();
  for (const usage of usages) {
    for (const [variable, { reads, writes }] of usage.uses) {
      const total = totals.get(variable);
      totals.set(variable, { reads: (total?.reads ?? 0) + reads, writes: (total?.writes ?? 0) + writes });
    }
  }
  for (const [variable, { reads, writes }] of totals) {
    if (variable.parameterOf) continue;
    if (writes === 0) {
      lowerer.report(diagnose('variable-never-set', { name: variable.label }, variable.firstBlock));
    } else if (reads === 0 && variable.type.kinds & Kind.Registration) {
      lowerer.report(diagnose('unused-result', { name: variable.label }, variable.firstBlock));
    }
  }
  for (const declared of lowerer.scope.functions) {
    if (declared.isCalled) continue;
    lowerer.report(diagnose('function-never-called', { name: declared.label }, declared.definition.id));
  }
}

function* allTypes(lowerer: Lowerer): Generator<Type> {
  for (const variable of lowerer.scope.variables.values()) yield variable.type;
  for (const declared of lowerer.scope.functions) {
    yield declared.result;
    for (const parameter of declared.parameters) yield parameter.type;
  }
}

function declared(statement: Statement): Variable[] {
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id }) =>
    id.type === 'Identifier' && isReference(id) && id.entity.kind === 'variable' ? [id.entity] : [],
  );
}

/** How many fields name each variable, by its ID; one that functions have for themselves in each, by its key there. */
function countMentions(tree: ProgramTree, privateVariables: ReadonlySet<string>): Map<string, number> {
  const mentions = new Map<string, number>();
  const add = (key: string): void => void mentions.set(key, (mentions.get(key) ?? 0) + 1);
  for (const stack of tree.stacks) {
    const [first] = stack;
    const owner = first && isDefinition(first) ? first.id : mainOwner;
    const open: ProgramBlock[][] = [stack];
    for (let chain = open.pop(); chain; chain = open.pop()) {
      for (const block of chain) {
        const { fields, inputs } = block;
        // Without lists of what is in each: they would be made for every block.
        for (const name in fields) {
          const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
          const id = typeof field === 'object' ? variableId(field) : undefined;
          if (id === undefined) continue;
          add(id);
          if (privateVariables.has(id)) add(privateKey(id, owner));
        }
        for (const name in inputs) {
          const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
          if (input) open.push(input);
        }
      }
    }
  }
  return mentions;
}

/** One range for each block: the statements that a block became follow each other. The first range takes in the others. */
function mergeRanges(ranges: BlockRange[]): BlockRange[] {
  // Nearly always each block has one range already, and this is quicker to find than to make one for each.
  const ids = new Set<string>();
  for (const { blockId } of ranges) ids.add(blockId);
  if (ids.size === ranges.length) return ranges;
  const byBlock = new Map<string, BlockRange>();
  for (const range of ranges) {
    const { blockId } = range;
    const known = byBlock.get(blockId);
    // What was printed is kept as it is: parts of it may be replaced.
    if (!known) byBlock.set(blockId, range);
    else
      byBlock.set(blockId, { blockId, start: Math.min(known.start, range.start), end: Math.max(known.end, range.end) });
  }
  return [...byBlock.values()];
}
