/** The button that chooses the colour scheme: as the system, light, dark. */

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
  button.hidden = false;
  button.addEventListener('click', () => {
    const mode = modes[(modes.indexOf(read()) + 1) % modes.length] ?? 'auto';
    if (mode === 'auto') delete root.dataset.theme;
    else root.dataset.theme = mode;
    remember(mode);
    show(mode);
  });
}

function remember(mode: Mode): void {
  try {
    if (mode === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', mode);
  } catch {
    // A reader who keeps nothing in the browser has the scheme for this page only.
  }
}
