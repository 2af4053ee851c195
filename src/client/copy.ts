/** Puts a button beside each text that readers take away; it copies the text and says so. */
import { build } from './dom.ts';

/** The button says for so long that it has copied. */
const shown = 2000;

export function startCopying(section: HTMLElement): void {
  if (!('clipboard' in navigator)) return;
  const { copy = '', copied = '' } = section.dataset;
  for (const text of section.querySelectorAll<HTMLElement>('[data-copy-text]')) {
    const button = build('button', { type: 'button', class: 'copy text-button' }, copy);
    const status = build('span', { class: 'hidden', role: 'status' });
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.textContent ?? '');
      button.textContent = copied;
      status.textContent = copied;
      setTimeout(() => {
        button.textContent = copy;
        status.textContent = '';
      }, shown);
    });
    text.after(button, status);
  }
}
