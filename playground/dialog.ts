/** A dialog with a title and a way to close it; what is in it is the caller's. */
import { html, render } from 'lit';
import { part } from './dom.ts';
import { icon } from './icons.ts';
import type { Messages } from './messages.ts';

/** What a dialog is made of. */
export interface DialogOptions {
  title: string;
  messages: Messages;
  className?: string;
  /** Called when it has closed, in whatever way. */
  closed?: () => void;
}

/** An open dialog. */
export interface OpenDialog {
  dialog: HTMLDialogElement;
  /** Where its content goes. */
  body: HTMLElement;
  close: () => void;
}

let count = 0;

/** Opens a dialog over the page. Escape, the button and a click beside it close it; the focus then goes back. */
export function openDialog({ title, messages, className = '', closed }: DialogOptions): OpenDialog {
  count += 1;
  const id = `dialog-title-${count}`;
  const dialog = document.createElement('dialog');
  dialog.className = `dialog ${className}`;
  dialog.setAttribute('aria-labelledby', id);
  const close = (): void => dialog.close();
  render(
    html`<div class="dialog-head">
        <h2 class="dialog-heading" id=${id}>${title}</h2>
        <button type="button" class="button small icon-only" aria-label=${messages.programs.close} @click=${close}>
          ${icon('close')}
        </button>
      </div>
      <div class="dialog-body"></div>`,
    dialog,
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed?.();
  });
  // The backdrop belongs to the dialog; only what is inside it has an element of its own under the pointer.
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target === dialog && !isWithin(dialog.getBoundingClientRect(), event)) close();
  });
  document.body.append(dialog);
  dialog.showModal();
  // The caller draws the content after this; what it wants to have the focus gets it before any key can be pressed.
  queueMicrotask(() => dialog.querySelector<HTMLElement>('.dialog-body [autofocus]')?.focus());
  return { dialog, body: part(dialog, '.dialog-body', HTMLElement), close };
}

function isWithin({ left, right, top, bottom }: DOMRect, { clientX, clientY }: PointerEvent): boolean {
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
