/** A question that a program puts to the person who runs it. */
import { html, render } from 'lit';
import { part } from './dom.ts';
import type { Messages } from './messages.ts';

/**
 * Asks for a text. Gives `null` when the person would not answer, and when the signal is aborted, as when the run
 * that asks has ended.
 */
export function ask(question: string, messages: Messages, signal: AbortSignal): Promise<string | null> {
  if (signal.aborted) return Promise.resolve(null);
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-labelledby', 'question-title');
  document.body.append(dialog);
  return new Promise((resolve) => {
    const end = (answer: string | null): void => {
      signal.removeEventListener('abort', cancel);
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    const cancel = (): void => end(null);
    signal.addEventListener('abort', cancel);
    dialog.addEventListener('cancel', cancel);

    const answer = (event: Event): void => {
      event.preventDefault();
      end(part(dialog, 'input', HTMLInputElement).value);
    };
    render(
      html`<form @submit=${answer}>
        <h2 class="dialog-title" id="question-title">${messages.question}</h2>
        <label class="dialog-label" for="question-answer">${question}</label>
        <input class="field" id="question-answer" autocomplete="off" autofocus />
        <div class="dialog-actions">
          <button type="button" class="button" @click=${cancel}>${messages.cancel}</button>
          <button type="submit" class="button primary">${messages.answer}</button>
        </div>
      </form>`,
      dialog,
    );
    dialog.showModal();
  });
}
