/**
 * What a card says: of a term its entry in the glossary, of a citation its line among the references of the page, of a
 * paper that stands next to this one its authors and its result, from its own page.
 */
import { build } from './dom.ts';

/** `undefined` where there is nothing to show. */
export async function findCardContent(link: HTMLAnchorElement): Promise<Node[] | undefined> {
  const { ref } = link.dataset;
  if (ref) return copy(document.getElementById(ref));
  const page = await loadPage(link);
  if (!link.matches('.term')) return copy(...listPaperParts(page));
  const entry = page.getElementById(decodeURIComponent(link.hash.slice(1)));
  return copy(entry?.querySelector('dt'), entry?.querySelector('.definition'));
}

/** The result is marked in the abstract, or stands before it; where nobody found one, the abstract speaks. */
function listPaperParts(page: Document): Element[] {
  const results = [...page.querySelectorAll('.headline, .abstract .result')];
  const abstract = page.querySelector('.abstract > p');
  const about = [...page.querySelectorAll('.paper-head .authors, .paper-head .imprint')];
  return [...about, ...(results.length > 0 || !abstract ? results : [abstract])];
}

const pages = new Map<string, Promise<Document>>();

/** A page of the site; an empty one where it cannot be loaded, which is tried again the next time. */
async function loadPage({ href }: HTMLAnchorElement): Promise<Document> {
  const { origin, pathname } = new URL(href);
  const address = origin + pathname;
  let page = pages.get(address);
  if (!page) pages.set(address, (page = fetchPage(address)));
  try {
    return await page;
  } catch {
    pages.delete(address);
    return parse('');
  }
}

async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return parse(await response.text());
}

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** Copies without links, ids and what is only heard: a card is read, not travelled. */
function copy(...elements: (Element | null | undefined)[]): Node[] | undefined {
  const copies = elements.flatMap((element) => {
    if (!element) return [];
    const name = element.classList.item(0) ?? element.localName;
    const box = build('div', { class: `card-${name}` });
    box.append(...Array.from(element.childNodes, (node) => document.importNode(node, true)));
    for (const other of box.querySelectorAll('.role, .note-number')) other.remove();
    for (const link of box.querySelectorAll('a')) link.replaceWith(...link.childNodes);
    for (const node of box.querySelectorAll('[id], [tabindex]')) {
      node.removeAttribute('id');
      node.removeAttribute('tabindex');
    }
    return [box];
  });
  return copies.length > 0 ? copies : undefined;
}
