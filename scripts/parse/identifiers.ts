/** Identifiers of papers, found in what people write around them: addresses, prefixes, versions. */

const arxivId = String.raw`(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?`;

const patterns = {
  arxiv: [
    { pattern: new RegExp(`^${arxivId}$`), why: 'the bare id, as in the field eprint' },
    { pattern: new RegExp(String.raw`\b[aA]r[xX]iv:\s*${arxivId}(?!\d)`), why: 'as papers cite it' },
    {
      pattern: new RegExp(String.raw`\barxiv\.org\/(?:abs|pdf|html)\/${arxivId}(?!\d)`),
      why: 'its address',
    },
    {
      pattern: new RegExp(String.raw`\b10\.48550\/[aA]r[xX]iv\.${arxivId}(?!\d)`),
      why: 'the DOI that arXiv gives',
    },
  ],
  doi: [
    { pattern: /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i, why: 'the bare DOI' },
    { pattern: /\bdoi\.org\/(10\.\d{4,9}\/\S+)$/i, why: 'its address' },
  ],
  openreview: [{ pattern: /\bopenreview\.net\/(?:forum|pdf)\?id=([\w-]{6,})/, why: 'its address' }],
} as const satisfies Record<string, readonly { pattern: RegExp; why: string }[]>;

/** The identifier of a kind that a text holds, without version: `https://arxiv.org/pdf/2306.06265v2` gives `2306.06265`. */
export function parseIdentifier(kind: keyof typeof patterns, text: string): string | undefined {
  for (const { pattern } of patterns[kind]) {
    const [, id] = pattern.exec(text.trim()) ?? [];
    if (id !== undefined) return id;
  }
  return undefined;
}
