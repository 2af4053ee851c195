/**
 * JSON with places (RFC 8259). A text that breaks off, or goes wrong in the middle, gives what was whole before: the last
 * paper of a download that was cut is lost, and not the others.
 */

/** A value and the offsets where its source starts and ends. Objects are maps, so that no key means anything to us. */
export type JsonNode = {
  value: string | number | boolean | null | JsonNode[] | Map<string, JsonNode>;
  start: number;
  end: number;
  /** It broke off: not all of it is here. */
  broken?: true;
};

export type JsonProblem = { offset: number; unexpected: string; expected: string };

export type JsonReading = { node?: JsonNode; end: number; problems: JsonProblem[] };

/** Values are nested as people nest them; a file that is nothing but brackets is none of theirs. */
const deepest = 64;

/** Reads one value from an offset on. What stands behind it is the caller's. */
export function parseJson(text: string, from = 0): JsonReading {
  const problems: JsonProblem[] = [];
  let at = from;

  const skipSpace = (): void => {
    const space = /[ \t\r\n]*/y;
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
  };
  const fail = (expected: string): undefined => {
    if (problems.some(({ offset }) => offset === at)) return undefined;
    const found = at < text.length ? `"${text.slice(at, at + 10).split('\n')[0]}"` : 'end of the file';
    problems.push({ offset: at, unexpected: `JSON: ${found}`, expected });
  };

  const readValue = (depth: number): JsonNode | undefined => {
    skipSpace();
    const start = at;
    if (depth > deepest) return fail(`at most ${deepest} brackets within each other`);
    switch (text[at]) {
      case '{':
        return readObject(start, depth);
      case '[':
        return readArray(start, depth);
      case '"': {
        const value = readString();
        return value === undefined ? undefined : { value, start, end: at };
      }
      default:
        return readPlain(start);
    }
  };

  const readPlain = (start: number): JsonNode | undefined => {
    const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;
    plain.lastIndex = at;
    const [source] = plain.exec(text) ?? [];
    if (source === undefined) return fail('a value');
    at += source.length;
    return { value: JSON.parse(source) as number | boolean | null, start, end: at };
  };

  const readString = (): string | undefined => {
    const start = at;
    let end = text.indexOf('"', at + 1);
    while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    if (end < 0) {
      at = text.length;
      return fail('a quotation mark at the end of the text');
    }
    try {
      const value = JSON.parse(text.slice(start, end + 1)) as string;
      at = end + 1;
      return value;
    } catch {
      return fail('a text on one line, with line ends as \\n and quotation marks as \\"');
    }
  };

  /** Reads what stands between two brackets; `readMember` says whether it could be read. */
  const readMembers = (node: JsonNode, close: string, readMember: () => boolean): JsonNode => {
    at += 1;
    skipSpace();
    if (text[at] === close) at += 1;
    else {
      for (;;) {
        const isWhole = readMember();
        skipSpace();
        if (isWhole && text[at] === ',') at += 1;
        else if (isWhole && text[at] === close) {
          at += 1;
          break;
        } else {
          if (isWhole) fail(`a comma or "${close}"`);
          node.broken = true;
          break;
        }
      }
    }
    node.end = at;
    return node;
  };

  const readArray = (start: number, depth: number): JsonNode => {
    const value: JsonNode[] = [];
    return readMembers({ value, start, end: at }, ']', () => {
      const element = readValue(depth + 1);
      if (element) value.push(element);
      return element !== undefined && !element.broken;
    });
  };

  const readObject = (start: number, depth: number): JsonNode => {
    const value = new Map<string, JsonNode>();
    return readMembers({ value, start, end: at }, '}', () => {
      skipSpace();
      const place = at;
      const key = text[at] === '"' ? readString() : fail('a key between quotation marks');
      if (key === undefined) return false;
      skipSpace();
      if (text[at] !== ':') return fail('a colon') ?? false;
      at += 1;
      const member = readValue(depth + 1);
      if (value.has(key)) problems.push({ offset: place, unexpected: `second "${key.slice(0, 60)}"`, expected: 'every key once' });
      else if (member) value.set(key, member);
      return member !== undefined && !member.broken;
    });
  }; // prettier-ignore

  const node = readValue(0);
  return { ...(node ? { node } : {}), end: at, problems };
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text[quote - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
