/** The button that chooses the colour scheme: as the system, light, dark. */
import { writeKept } from './kept.ts';

const modes = ['auto', 'light', 'dark'] as const;
type Mode = (typeof modes)[number];

export function startTheme(button: HTMLButtonElement): void {
  const root = document.documentElement;
  const read = (): Mode => modes.find((mode) => mode === root.dataset.theme) ?? 'auto';
  const show = (mode: Mode): void => {
    const label = button.dataset[mode] ?? '';
    button.setAttribute('aria-label', label);
    button.title = label;
  };
  show(read());
  button.addEventListener('click', () => {
    const mode = modes[(modes.indexOf(read()) + 1) % modes.length] ?? 'auto';
    if (mode === 'auto') delete root.dataset.theme;
    else root.dataset.theme = mode;
    // A reader who keeps nothing in the browser has the scheme for this page only.
    writeKept('theme', mode === 'auto' ? null : mode);
    show(mode);
  });
}
