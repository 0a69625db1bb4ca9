/** How the panes share the page, until a person moves a separator. */
import type { Page } from './page.ts';
import { makeSplit } from './splitter.ts';

/** Makes the separators of the page movable. */
export function layOut({ separators, panes, side, output }: Page): void {
  // On a wide screen the code has its eighty columns, and the blocks are still the larger part.
  const blocks = matchMedia('(width >= 2000px)').matches ? 42 : 52;
  makeSplit({
    separator: separators.workspace,
    container: panes,
    name: 'workspace',
    initial: blocks,
    least: 20,
    most: 85,
  });
  makeSplit({ separator: separators.code, container: side, name: 'code', initial: 50, least: 10, most: 85 });
  makeSplit({ separator: separators.console, container: output, name: 'console', initial: 48, least: 10, most: 85 });
}
