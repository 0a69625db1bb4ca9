/** The fixes of a block's problems, at the top of its menu. */
import * as Blockly from 'blockly';
import type { Diagnostic } from '../../generators/typescript/compilation.ts';
import { fixesFor, type Fix, type FixCode } from './fixes.ts';

type Scope = Blockly.ContextMenuRegistry.Scope;

/** More than this many fixes of one block are not offered there. */
const most = 4;

/** What is wrong in a workspace, and what fixes are called there. */
interface FixSource {
  problemsOf: (blockId: string) => readonly Diagnostic[];
  titles?: Readonly<Partial<Record<FixCode, string>>> | undefined;
}

const sources = new WeakMap<Blockly.Workspace, FixSource>();

/** Offers fixes for the problems of a block of the workspace, or of a shadow block in it, in the menu of that block. */
export function offerFixes(workspace: Blockly.Workspace, source: FixSource): void {
  sources.set(workspace, source);
  const { registry } = Blockly.ContextMenuRegistry;
  // There is one menu for all workspaces of a page.
  for (let place = 0; place < most; place++) {
    const id = `cpb_fix_${place}`;
    if (registry.getItem(id)) continue;
    registry.register({
      id,
      weight: -most + place,
      scopeType: Blockly.ContextMenuRegistry.ScopeType.BLOCK,
      preconditionFn: (scope) => (fixAt(scope, place) ? 'enabled' : 'hidden'),
      displayText: (scope) => fixAt(scope, place)?.title ?? '',
      callback: (scope) => fixAt(scope, place)?.apply(),
    });
  }
}

function fixAt({ block, focusedNode }: Scope, place: number): Fix | undefined {
  const asked = block ?? focusedNode;
  if (!(asked instanceof Blockly.BlockSvg)) return undefined;
  const source = sources.get(asked.workspace);
  if (!source) return undefined;
  const blocks = [asked, ...asked.getChildren(false).filter((child) => child.isShadow())];
  const problems = blocks.flatMap(({ id }) => source.problemsOf(id));
  return problems.flatMap((problem) => fixesFor(problem, asked.workspace, source.titles))[place];
}
