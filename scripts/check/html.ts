/** As much reading of HTML as the checks of our own pages need; what writes them writes it well-formed. */

export type Tag = { name: string; attributes: ReadonlyMap<string, string>; offset: number };

const tag =
  /<!--.*?-->|<(script|style)\b([^>]*)>.*?<\/\1>|<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gis;
const attribute = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;

/** The opening tags, in order; nothing within comments, scripts and styles. */
export function* listTags(html: string): Generator<Tag> {
  for (const match of html.matchAll(tag)) {
    const name = match[1] ?? match[3];
    if (name === undefined) continue;
    const attributes = new Map<string, string>();
    for (const [, key = '', ...values] of (match[2] ?? match[4] ?? '').matchAll(attribute)) {
      attributes.set(key.toLowerCase(), decode(values.find((value) => value !== undefined) ?? ''));
    }
    yield { name: name.toLowerCase(), attributes, offset: match.index };
  }
}

/** The text within the first element of a name, tags left out and white space folded. */
export function toVisibleText(html: string, element: string): string {
  const inner = new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, 's').exec(html)?.[1] ?? '';
  const text = inner.replace(/<(script|style)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, ' ');
  return decode(text).replace(/\s+/g, ' ').trim();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
}
