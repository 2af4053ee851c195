/**
 * A selection with formulas is copied as it would be typed: the TeX of each formula once, between dollars. KaTeX sets a
 * formula two times, and a browser would copy both without what makes them readable.
 */

/** What belongs to the page and not to its text. */
const notText = '.role, .note-number, .reading-mark, .permalink:empty, .hidden';

export function startFormulaCopying(): void {
  document.addEventListener('copy', (event) => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    const range = selection.getRangeAt(0).cloneRange();
    takeWholeFormulas(range);
    const copied = document.createElement('div');
    copied.append(range.cloneContents());
    if (!copied.querySelector('.katex')) return;
    for (const formula of copied.querySelectorAll('.katex')) formula.replaceWith(toDollars(formula));
    for (const element of copied.querySelectorAll(notText)) element.remove();
    event.clipboardData.setData('text/plain', toText(copied));
    event.clipboardData.setData('text/html', copied.innerHTML);
    event.preventDefault();
  });
}

/** A selection that begins or ends within a formula takes all of it. */
function takeWholeFormulas(range: Range): void {
  const first = findFormula(range.startContainer);
  const last = findFormula(range.endContainer);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
}

function findFormula(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  const formula = element?.closest('.katex');
  return formula?.closest('.katex-display') ?? formula ?? null;
}

function toDollars(formula: Element): string {
  const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent?.trim() ?? '';
  return formula.parentElement?.matches('.katex-display') ? `$$${tex}$$` : `$${tex}$`;
}

/** As the browser would write it: lines and paragraphs are where the page shows them. */
function toText(copied: HTMLElement): string {
  copied.style.cssText = 'position:fixed;inset-inline-start:-200vw;width:100vw;white-space:normal';
  document.body.append(copied);
  const text = copied.innerText;
  copied.remove();
  copied.removeAttribute('style');
  return text.trim();
}
