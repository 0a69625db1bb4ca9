/** The list of all keys. Loaded when it is asked for. */
import { html, render } from 'lit';
import { keysInWords } from './actions.ts';
import { openDialog } from './dialog.ts';
import type { Messages } from './messages.ts';

type Words = Messages['finding'];
type KeyName = keyof Words['keys'];

/** Keys in the form of `aria-keyshortcuts`; several keys that belong together are separated by blanks. */
const lists: Record<keyof Words['groups'], readonly (readonly [keys: string, name: KeyName])[]> = {
  page: [
    ['Control+Enter', 'run'],
    ['Control+K', 'palette'],
    ['F1', 'help'],
    ['Control+S', 'save'],
    ['Control+O', 'open'],
    ['Control+Z', 'undo'],
    ['Control+Shift+Z', 'redo'],
  ],
  blocks: [
    ['↑ ↓ ← →', 'walk'],
    ['Enter', 'edit'],
    ['Control+F', 'findBlocks'],
    ['T', 'toolbox'],
    ['W', 'workspace'],
    ['N B', 'stacks'],
    ['Control+Home Control+End', 'ends'],
    ['M', 'move'],
    ['Shift+M', 'moveStack'],
    ['X', 'disconnect'],
    ['Control+C Control+X Control+V', 'copy'],
    ['D', 'duplicate'],
    ['Delete', 'remove'],
    ['Shift+F10', 'menu'],
    ['C', 'cleanUp'],
    ['G', 'toCode'],
    ['Control+J', 'tooltip'],
    ['I', 'speak'],
  ],
  move: [
    ['↑ ↓ ← →', 'place'],
    ['Control+↑ Control+↓', 'free'],
    ['Enter', 'finish'],
    ['Escape', 'cancel'],
  ],
  code: [
    ['Control+F', 'findCode'],
    ['Enter', 'jump'],
    ['F2 Shift+F2', 'nextProblem'],
    ['Control+.', 'mend'],
  ],
};

/** Opens the list. */
export function openShortcuts(messages: Messages): void {
  const words = messages.finding;
  const { body } = openDialog({ title: words.shortcuts, messages, className: 'wide' });
  const groups = Object.keys(lists).filter((name): name is keyof typeof lists => name in lists);
  render(
    html`<div class="shortcut-groups" tabindex="0" role="group" aria-label=${words.shortcuts}>
      ${groups.map(
        (group) =>
          html`<table class="shortcut-table">
            <caption>
              ${words.groups[group]}
            </caption>
            <thead class="spoken">
              <tr>
                <th scope="col">${words.key}</th>
                <th scope="col">${words.does}</th>
              </tr>
            </thead>
            <tbody>
              ${lists[group].map(
                ([keys, name]) =>
                  html`<tr>
                    <td>${keys.split(' ').map((key) => html`<kbd>${keysInWords(key)}</kbd> `)}</td>
                    <td>${words.keys[name]}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`,
      )}
    </div>`,
    body,
  );
}
