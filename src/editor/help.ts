/** The *Help* line of a block's menu: a host may answer it, instead of a page that opens elsewhere. */
import * as Blockly from 'blockly';

/** What answers, by workspace. */
const answers = new WeakMap<Blockly.Workspace, (blockId: string) => void>();

/** Has the host answer when help is asked for on a block of this workspace. */
export function answerHelp(workspace: Blockly.Workspace, answer: (blockId: string) => void): void {
  answers.set(workspace, answer);
  const { registry } = Blockly.ContextMenuRegistry;
  const usual = registry.getItem('blockHelp');
  // There is one menu for all workspaces of a page: it is changed once, and asks whose block it is.
  if (!usual || changed.has(usual) || !('callback' in usual) || !usual.callback) return;
  const { callback, preconditionFn } = usual;
  const item = {
    ...usual,
    preconditionFn: (scope: Scope, event: Event): string =>
      answerFor(scope) === undefined ? (preconditionFn?.(scope, event) ?? 'enabled') : 'enabled',
    callback: (scope: Scope, open: Event, choice: Event, at: Blockly.utils.Coordinate): void => {
      const found = answerFor(scope);
      if (found) found();
      else callback(scope, open, choice, at);
    },
  };
  changed.add(item);
  registry.unregister('blockHelp');
  registry.register(item);
}

type Scope = Blockly.ContextMenuRegistry.Scope;

const changed = new WeakSet<object>();

function answerFor({ focusedNode, block }: Scope): (() => void) | undefined {
  const asked = block ?? focusedNode;
  if (!(asked instanceof Blockly.BlockSvg)) return undefined;
  const answer = answers.get(asked.workspace);
  return answer && (() => answer(asked.id));
}
