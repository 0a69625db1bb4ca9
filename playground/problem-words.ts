/** What problems have in common wherever they are shown. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fix, Severity } from '../src/editor/index.ts';
import { icon, type IconName } from './icons.ts';

/** The icon of each kind. */
export const problemIcons: Record<Severity, IconName> = { error: 'error', warning: 'warn', info: 'info' };

/** A button for each fix; `done` is called after one. An ID before each brings them into the palette. */
export function fixButtons(fixes: readonly Fix[], done: () => void, id?: string): TemplateResult | typeof nothing {
  if (fixes.length === 0) return nothing;
  return html`<div class="fixes">
    ${fixes.map(
      (fix, index) =>
        html`<button
          id=${id === undefined ? nothing : `${id}-${index}`}
          type="button"
          class="button small outlined fix"
          @click=${() => {
            fix.apply();
            done();
          }}
        >
          ${icon('fix')}<span>${fix.title}</span>
        </button>`,
    )}
  </div>`;
}
