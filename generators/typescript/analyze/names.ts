/**
 * Phase 3, third part: the names in the code. As the person wrote them wherever TypeScript allows,
 * otherwise close to it; no two things that can be seen from one place share a name.
 */

import type { Helper, Temporary, UserFunction, Variable } from '../lower/entities.ts';
import { reserved } from './reserved.ts';

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const notInIdentifier = /[^\p{ID_Continue}$]+/u;
/** Apostrophes, and characters that show nothing: two names must not look the same. */
const invisible = /['’]|[\p{Default_Ignorable_Code_Point}]/gu;
const startsIdentifier = /^[\p{ID_Start}$_]/u;

/** What the names are given to. */
export interface Named {
  /** The name of the program's own function, if it has one. */
  main: string | undefined;
  functions: readonly UserFunction[];
  /** Variables of the module, in the order of their first use. */
  shared: readonly Variable[];
  /** Variables and parameters of the main program and of each function. */
  locals: readonly Locals[];
  temporaries: readonly Temporary[];
  /** What every function has under the same name. */
  frame: Temporary | undefined;
  helpers: Iterable<Helper>;
  /** Names of the host's that are taken in this program. */
  taken: readonly string[];
}

export interface Locals {
  owner: UserFunction | undefined;
  variables: readonly Variable[];
}

export function giveNames(named: Named): void {
  const module = new Set(named.taken);
  if (named.main !== undefined) module.add(named.main);
  for (const each of named.functions) each.name = take(nameFrom(each.label, 'doSomething'), [module, reserved]);
  for (const each of named.shared) each.name = take(nameFrom(each.label, 'value'), [module, reserved]);
  const all = new Set(module);
  const temporaries = new Map<UserFunction | undefined, Temporary[]>();
  for (const each of named.temporaries) {
    const others = temporaries.get(each.owner);
    if (others) others.push(each);
    else temporaries.set(each.owner, [each]);
  }
  // What is declared in a script can be seen everywhere, and so it comes first.
  for (const { owner, variables } of named.locals) {
    const inside = named.main === undefined && !owner ? module : new Set<string>();
    for (const each of variables) each.name = take(nameFrom(each.label, 'value'), [inside, module, reserved]);
    nameTemporaries(temporaries.get(owner) ?? [], [inside, module, reserved]);
    for (const name of inside) all.add(name);
  }
  if (named.frame) named.frame.name = take(named.frame.label, [all, reserved]);
  for (const each of named.helpers) each.name = take(each.label, [all, reserved]);
}

function nameTemporaries(temporaries: readonly Temporary[], taken: [Set<string>, ...ReadonlySet<string>[]]): void {
  const counts = new Map<string, number>();
  for (const each of temporaries) {
    const number = each.number ?? (counts.get(each.label) ?? 0) + 1;
    counts.set(each.label, number);
    each.name = take(number > 1 ? `${each.label}${number}` : each.label, taken);
  }
}

/** The name, or the name with the first number, counting on, that makes it new. */
function take(wanted: string, taken: [Set<string>, ...ReadonlySet<string>[]]): string {
  const [, stem = wanted, end = ''] = /^(.*?\D)([1-9]\d{0,5})$/su.exec(wanted) ?? [];
  let name = wanted;
  for (let number = Number(end || 1) + 1; taken.some((names) => names.has(name)); number++) name = `${stem}${number}`;
  taken[0].add(name);
  return name;
}

/** The same, kept off the names that no program may take. */
export function freeName(label: string, otherwise: string): string {
  return take(nameFrom(label, otherwise), [new Set(), reserved]);
}

/** An identifier as close as can be to what a person wrote. */
export function nameFrom(label: string, otherwise: string): string {
  const normal = label.normalize('NFC').replace(invisible, '').trim();
  if (identifier.test(normal)) return normal;
  const words = normal.split(notInIdentifier).filter((word) => word !== '');
  const name = words.map((word, index) => (index === 0 ? word : capital(word))).join('');
  if (name === '') return otherwise;
  return startsIdentifier.test(name) ? name : `_${name}`;
}

function capital(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}
