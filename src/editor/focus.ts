/**
 * Tells Blockly of the focus in a shadow root.
 *
 * Blockly follows the focus with listeners on the window and `document.activeElement`. From there a shadow root looks
 * like one element, its host, whatever in it has the focus; and what moves within it is not heard of at all.
 */
import * as Blockly from 'blockly';

/** Follows the focus in a workspace until `signal` is aborted. Does nothing for one that is in no shadow root. */
export function followFocus(workspace: Blockly.WorkspaceSvg, signal: AbortSignal): void {
  const root = workspace.getInjectionDiv().getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  // Makes Blockly's own listeners, so that those below come after them.
  const manager = Blockly.getFocusManager();

  const follow = (event: FocusEvent): void => {
    const element = event.composedPath()[0];
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) return;
    if (!workspace.getInjectionDiv().contains(element) || manager.ephemeralFocusTaken()) return;
    const node = nodeOf(element);
    // What Blockly itself gives the focus to is marked before it gets it.
    if (node === null || !node.canBeFocused() || isMarked(node.getFocusableElement())) return;
    const tree = node.getFocusableTree();
    if (node === tree.getRootFocusableNode() && tree !== manager.getFocusedTree()) manager.focusTree(tree);
    else manager.focusNode(node);
  };

  const isWithin = ({ relatedTarget }: FocusEvent): boolean =>
    relatedTarget instanceof Node && root.contains(relatedTarget);
  root.addEventListener(
    'focusin',
    (event) => {
      if (event instanceof FocusEvent && isWithin(event)) follow(event);
    },
    { signal },
  );
  // From outside: by now Blockly has taken the host for an element that it has nothing to do with.
  window.addEventListener('focusin', follow, { signal });
}

function isMarked(element: Element): boolean {
  return element.classList.contains(Blockly.FocusManager.ACTIVE_FOCUS_NODE_CSS_CLASS_NAME);
}

/** The node that an element belongs to: of a workspace, a toolbox, a flyout or a mutator. */
function nodeOf(element: HTMLElement | SVGElement): Blockly.IFocusableNode | null {
  for (const workspace of Blockly.common.getAllWorkspaces()) {
    if (!(workspace instanceof Blockly.WorkspaceSvg) || !workspace.rendered) continue;
    for (const tree of [workspace.getToolbox(), workspace]) {
      const node = tree && Blockly.FocusableTreeTraverser.findFocusableNodeFor(element, tree);
      if (node) return node;
    }
  }
  return null;
}
