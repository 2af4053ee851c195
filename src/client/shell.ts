/** What every page needs before anyone does anything: the theme, and the way to the search. */
import { startFeatures } from './features.ts';
import { startTheme } from './theme.ts';

const theme = document.querySelector<HTMLButtonElement>('.theme-toggle');
if (theme) startTheme(theme);

const input = document.querySelector<HTMLInputElement>('.search-field input');

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !input) return;
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]'))
    return;
  event.preventDefault();
  input.focus();
  input.select();
});

if (input && 'suggest' in input.dataset) {
  input.addEventListener(
    'focus',
    async () => {
      const { startSuggestions } = await import('./suggest.ts');
      startSuggestions(input);
    },
    { once: true },
  );
}

startFeatures();
