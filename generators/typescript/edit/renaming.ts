/**
 * Variables that got another name; and those that come or go while nothing names them.
 *
 * A name is the first that is free of those that come into question for a label, counting on from it. If a variable has
 * the first of them now, and nothing has the name that is the first for its new label, then it gets that. And all others
 * keep their names: none of them has that name, and none gave way to the old one.
 */

import { nameFrom } from '../analyze/names.ts';
import { reserved } from '../analyze/reserved.ts';
import type { Whole } from '../compile.ts';
import type { Variable } from '../lower/entities.ts';
import { isObject, type ProgramVariable } from '../read.ts';

/** The new name of a variable, as the person wrote it. */
export interface Renaming {
  id: string;
  label: string;
}

/** What is different about the variables of a program. */
export interface VariableChanges {
  renamings: Renaming[];
  come: ProgramVariable[];
  gone: ProgramVariable[];
}

/** What is different about the variables of two programs; undefined if that cannot be told. */
export function variableChangesOf(before: unknown, after: unknown): VariableChanges | undefined {
  const changes: VariableChanges = { renamings: [], come: [], gone: [] };
  if (before === after) return changes;
  const [old, now] = [byId(before), byId(after)];
  if (!old || !now) return undefined;
  for (const [id, variable] of now) {
    const known = old.get(id);
    if (!known) changes.come.push(variable);
    else if (known.type !== variable.type) return undefined;
    else if (known.name !== variable.name) changes.renamings.push({ id, label: variable.name });
  }
  for (const [id, variable] of old) if (!now.has(id)) changes.gone.push(variable);
  return changes;
}

function byId(variables: unknown): Map<string, ProgramVariable> | undefined {
  const all = new Map<string, ProgramVariable>();
  if (variables === undefined) return all;
  if (!Array.isArray(variables)) return undefined;
  for (const variable of variables) {
    if (!isObject(variable)) return undefined;
    const { id, name, type } = variable;
    if (typeof id !== 'string' || typeof name !== 'string' || all.has(id)) return undefined;
    all.set(id, { id, name, type: typeof type === 'string' ? type : '' });
  }
  return all;
}

/** Lets variables come and go that nothing in the code names; answers whether that is all. */
export function exchange({ tree, lowerer: { scope } }: Whole, { come, gone }: VariableChanges): boolean {
  if (come.length + gone.length === 0) return true;
  const named = new Set([...scope.variables.values()].map(({ id }) => id));
  for (const { parameters } of scope.functions) for (const { id } of parameters) named.add(id);
  if ([...come, ...gone].some(({ id }) => named.has(id))) return false;
  for (const { id } of gone) tree.variables.delete(id);
  for (const variable of come) tree.variables.set(variable.id, variable);
  return true;
}

/** A variable that is renamed in the code: in functions that have nothing of it in common, it is one in each. */
export interface Renamed {
  variables: ReadonlySet<Variable>;
  from: string;
  to: string;
}

/**
 * Gives a variable its new name. Answers with what that changes in the code; undefined if it cannot be shown that it
 * changes nothing else.
 *
 * @param hasHostBlocks Blocks of the host may do with a name what they like.
 */
export function rename(whole: Whole, { id, label }: Renaming, hasHostBlocks: boolean): Renamed | undefined {
  const { scope, notes } = whole.lowerer;
  const known = whole.tree.variables.get(id);
  if (!known || hasHostBlocks || scope.functions.some((each) => each.parameters.some((one) => one.id === id))) {
    return undefined;
  }
  const [from, to] = [nameFrom(known.name, 'value'), nameFrom(label, 'value')];
  const variables = new Set<Variable>();
  for (const variable of scope.variables.values()) if (variable.id === id) variables.add(variable);
  for (const variable of variables) if (variable.name !== '' && variable.name !== from) return undefined;
  // What is said about it names it.
  for (const note of notes) {
    if (note.what !== 'says') continue;
    const { code, values } = note.diagnostic;
    if (namesVariable.has(code) && values?.['name'] === known.name) return undefined;
  }
  if (from !== to && (reserved.has(to) || !areOthersLeftAlone(whole, variables, from, to))) return undefined;
  known.name = label;
  for (const variable of variables) {
    variable.label = label;
    if (variable.name !== '') variable.name = to;
  }
  return { variables, from, to };
}

/** The problems that are told with the name of a variable. */
const namesVariable = new Set(['variable-never-set', 'unused-result']);

function areOthersLeftAlone(
  { lowerer: { scope, supplies }, entry }: Whole,
  renamed: ReadonlySet<Variable>,
  from: string,
  to: string,
): boolean {
  const parameters = scope.functions.flatMap((declared) => declared.parameters);
  const variables = [...scope.variables.values(), ...parameters].filter((variable) => !renamed.has(variable));
  const others: { name: string; label: string }[] = [
    ...variables.map(({ name, label }) => ({ name, label: nameFrom(label, 'value') })),
    ...scope.functions.map(({ name, label }) => ({ name, label: nameFrom(label, 'doSomething') })),
    ...supplies.temporaries,
    ...supplies.helpers.values(),
  ];
  if (entry.name === to) return false;
  return others.every(({ name, label }) => {
    if (name === to) return false;
    const gaveWay = name !== '' && name !== label;
    return !gaveWay || withoutNumber(label) !== withoutNumber(from);
  });
}

const withoutNumber = (name: string): string => name.replace(/\d+$/, '');
