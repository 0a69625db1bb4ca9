/** What the names of a program stand for: its variables, by ID, and its functions. */

import { diagnose } from '../problems.ts';
import type { Diagnostic } from '../compilation.ts';
import type { ProgramBlock, ProgramTree } from '../read.ts';
import { mainOwner, newVariable, privateKey, variableId, type UserFunction, type Variable } from './entities.ts';
import type { Position } from './position.ts';

export interface ScopeOptions {
  /** IDs of variables that every function has for itself. */
  privateVariables: ReadonlySet<string>;
  /** How many fields of the program name each variable. */
  mentions: ReadonlyMap<string, number>;
  report(diagnostic: Diagnostic): void;
}

export class Scope {
  readonly variables = new Map<string, Variable>();
  readonly functions: UserFunction[] = [];
  readonly functionsByName = new Map<string, UserFunction>();
  /** The variables named by fields of the part being lowered, in order. */
  private named: Variable[] = [];
  private readonly mentioned = new Map<Variable, number>();
  private variableCount = 0;

  constructor(
    private readonly program: ProgramTree,
    private readonly position: Position,
    private readonly options: ScopeOptions,
  ) {}

  /** Starts a pass. */
  clear(): void {
    this.mentioned.clear();
  }

  /** The variable that a field names: a parameter of the function around, or one of the program. */
  variableOfField(block: ProgramBlock, field: string): Variable {
    const value = Object.hasOwn(block.fields, field) ? block.fields[field] : undefined;
    const id = variableId(value);
    if (id === undefined || !this.program.variables.has(id)) {
      this.options.report(diagnose('unknown-variable', {}, block.id, field));
    }
    const variable = this.variableById(id ?? '', this.position.currentFunction);
    variable.firstBlock ||= block.id;
    this.mention(variable);
    return variable;
  }

  /** How many fields that were lowered in this pass name the variable. */
  mentionsSoFar(variable: Variable): number {
    return this.mentioned.get(variable) ?? 0;
  }

  /** Keeps account of how many fields name variables. */
  countMentions(mentions: ReadonlyMap<string, number>, owner: UserFunction | undefined, sign: 1 | -1): void {
    for (const [id, times] of mentions) {
      const variable = this.variableById(id, owner);
      if (!variable.parameterOf) variable.mentions += sign * times;
    }
  }

  variableName(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.program.variables.get(id)?.name;
  }

  /** Begins to note which variables a part names; gives what takes that back, which gives what notes it again. */
  record(): () => () => void {
    this.named = [];
    return () => {
      const { named } = this;
      for (const variable of named) this.mentioned.set(variable, this.mentionsSoFar(variable) - 1);
      return () => {
        for (const variable of named) this.mention(variable);
      };
    };
  }

  private mention(variable: Variable): void {
    this.mentioned.set(variable, this.mentionsSoFar(variable) + 1);
    this.named.push(variable);
  }

  newVariable(id: string, label: string, parameterOf?: UserFunction): Variable {
    return newVariable(this.variableCount++, id, label, parameterOf);
  }

  private variableById(id: string, user: UserFunction | undefined): Variable {
    const parameter = user?.parameters.find((variable) => variable.id === id);
    if (parameter) return parameter;
    // A variable that functions share by name only is another one in each.
    const owner = user?.definition.id ?? mainOwner;
    const key = this.options.privateVariables.has(id) ? privateKey(id, owner) : id;
    let variable = this.variables.get(key);
    if (!variable) {
      variable = this.newVariable(id, this.program.variables.get(id)?.name ?? 'unknown');
      variable.mentions = this.options.mentions.get(key) ?? 0;
      this.variables.set(key, variable);
    }
    return variable;
  }
}
