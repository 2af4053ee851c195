/** Which addresses a page may link to. */

const safeSchemes = new Set(['http:', 'https:', 'mailto:']);

// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Why an address must not become a link, or `undefined` where it may. A browser drops control characters and white space
 * before it looks for the scheme, so they are dropped here first.
 */
export function findUnsafeAddress(address: string): string | undefined {
  const seen = address.replace(unseen, '');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(seen)?.[0].toLowerCase();
  if (scheme) return safeSchemes.has(scheme) ? findBadUrl(seen) : `the scheme "${scheme}"`;
  if (/^[#]/.test(seen)) return undefined;
  if (/^(?:[\\/]{2}|[^a-z0-9#/.?_-])/i.test(seen)) return 'it has no scheme';
  if (/^[^/?#]*:/.test(seen)) return 'it has no readable scheme';
  if (/(?:^|\/)\.\.?(?:[/?#]|$)/.test(seen)) return 'it leads through folders';
  return /^\/?[\w./#?=&-]*$/.test(seen) ? undefined : 'it is not an address';
}

function findBadUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return 'it cannot be read as an address';
  const { protocol, username, password } = new URL(address);
  if (protocol === 'mailto:') return undefined;
  const [, host] = /^https?:\/\/([^/?#\\]+)/i.exec(address) ?? [];
  if (host === undefined) return 'it has no host';
  if (username || password) return 'it has a user name, which hides its host';
  // A Cyrillic letter in a name looks like a Latin one; the ASCII spelling (xn--) says what it is.
  return /^[!-~]*$/.test(host) ? undefined : 'its host is not written in ASCII';
}
