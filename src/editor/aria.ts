/**
 * Completes what Blockly tells assistive technology: menus and fields that are being edited get their names, and what
 * it says that ARIA does not know is taken back.
 */
import * as Blockly from 'blockly';

/** Does so in a workspace, its toolbox and its layers, until `signal` is aborted. */
export function completeAria(workspace: Blockly.WorkspaceSvg, signal: AbortSignal): void {
  // Whatever opens over the blocks takes the focus.
  window.addEventListener(
    'focusin',
    (event) => {
      const [element] = event.composedPath();
      if (element instanceof HTMLElement) nameLayer(element, workspace.getInjectionDiv());
    },
    { signal },
  );
  const flyout = workspace.getFlyout()?.getWorkspace().getCanvas();
  if (!flyout) return;
  const observer = new MutationObserver(() => tidyFlyout(flyout));
  observer.observe(flyout, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['role', 'aria-owns'],
  });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** In the list of blocks that can be taken, each is one entry: what is in it is said by its name. */
function tidyFlyout(flyout: Element): void {
  for (const inner of flyout.querySelectorAll('[role="figure"]:not([aria-hidden])')) {
    inner.setAttribute('aria-hidden', 'true');
  }
  for (const entry of flyout.querySelectorAll('[role="option"][aria-owns]')) entry.removeAttribute('aria-owns');
}

/** Names the menu or the field that is open. */
function nameLayer(element: HTMLElement, blocks: Element): void {
  const menu = element.closest('.blocklyMenu');
  const unnamed = menu ?? (element.matches('.blocklyHtmlInput') ? element : null);
  if (unnamed === null) return;
  // Lines of a menu are chosen, not selected.
  for (const line of unnamed.querySelectorAll('[role="menuitem"][aria-selected]'))
    line.removeAttribute('aria-selected');
  if (unnamed.hasAttribute('aria-label')) return;
  const owner = Blockly.DropDownDiv.getOwner();
  const name =
    menu && owner instanceof Blockly.Field
      ? owner.getAriaTypeName()
      : blocks.querySelector('.blocklyEditing')?.getAttribute('aria-label');
  if (name) unnamed.setAttribute('aria-label', name);
}
