/**
 * Leaves undrawn what is out of sight while a block is dragged.
 *
 * A browser that moves one part of a picture looks after all others too, also those far outside of the view: of a
 * thousand blocks, the few dozen that are in sight would be dragged at the speed of all.
 */
import * as Blockly from 'blockly';

type Visibility = 'hidden' | 'visible';

/** From top to bottom, in the units of the workspace. */
interface Span {
  top: number;
  bottom: number;
}

/**
 * Does so in a workspace until `signal` is aborted, for as long as the pointer drags. With the keyboard every block stays,
 * since a screen reader may tell of it.
 */
export function leaveOutOfSight(workspace: Blockly.WorkspaceSvg, signal: AbortSignal): void {
  let dragged: string | undefined;
  let isFollowing = false;
  let marks: ReadonlyMap<SVGElement, Visibility> = new Map();
  const mark = (next: typeof marks): void => {
    for (const element of marks.keys()) if (!next.has(element)) element.style.removeProperty('visibility');
    for (const [element, visibility] of next) {
      if (marks.get(element) !== visibility) element.style.visibility = visibility;
    }
    marks = next;
  };
  const follow = async (): Promise<void> => {
    isFollowing = true;
    while (!signal.aborted && workspace.isDragging()) {
      mark(visibilities(workspace, dragged));
      await frameDrawn();
    }
    mark(new Map());
    isFollowing = false;
  };
  workspace.addChangeListener((event) => {
    if (!(event instanceof Blockly.Events.BlockDrag) || !event.isStart) return;
    if (Blockly.KeyboardMover.mover.isMoving()) return;
    dragged = event.blockId;
    if (!isFollowing) void follow();
  });
}

/** Resolves in the next frame, once Blockly has put every block of it in its place. */
function frameDrawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve(Blockly.renderManagement.finishQueuedRenders()));
  });
}

/**
 * What is to be hidden; and what is to be seen, of that which stands in something hidden: a block stands in the one before
 * it. The block of the ID holds the focus, and so is always seen.
 */
function visibilities(workspace: Blockly.WorkspaceSvg, dragged: string | undefined): Map<SVGElement, Visibility> {
  const { top, height } = workspace.getMetricsManager().getViewMetrics(true);
  // As much again on both sides, for what a wheel brings into view before the next frame.
  const span: Span = { top: top - height, bottom: top + 2 * height };
  const found = new Map<SVGElement, Visibility>();
  const open = workspace.getTopBlocks(false).map((block) => ({ block, isHidden: false }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { block, isHidden } = next;
    const place = block.id === dragged ? 'within' : placeOf(block, span);
    // Blockly itself hides and shows the marks of where a block would go.
    if (!block.isInsertionMarker()) {
      if (place !== 'within') found.set(block.getSvgRoot(), 'hidden');
      else if (isHidden) found.set(block.getSvgRoot(), 'visible');
    }
    // What stands in a block or after it is never higher up.
    if (place === 'below') continue;
    const after = block.getNextBlock();
    if (place === 'within') for (const child of block.getChildren(false)) open.push({ block: child, isHidden: false });
    else if (after) open.push({ block: after, isHidden: true });
  }
  return found;
}

/** Where a block is, with what stands in it but not with what comes after it. */
function placeOf(block: Blockly.BlockSvg, { top, bottom }: Span): 'above' | 'within' | 'below' {
  const { y } = block.getRelativeToSurfaceXY();
  if (y > bottom) return 'below';
  return y + block.height < top ? 'above' : 'within';
}
