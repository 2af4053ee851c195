/** A formula that somebody corrected is settled: `settled.yml` says where it can be read. */
import { isSeq, parseDocument, stringify } from 'yaml';
import type { ContentFiles } from '../../src/contract/content.ts';

const file = 'settled.yml';

/**
 * @param page the source of the page as it is now
 * @returns the file with one row more; nothing where no formula was corrected, or no address says so
 */
export function settle(
  files: ContentFiles,
  page: string,
  { paper, text, source }: { paper: string; text: string | undefined; source: string | undefined },
): [string, string] | undefined {
  if (text === undefined || !page.includes(text) || !/\$[^$]+\$/.test(text)) return undefined;
  if (source === undefined || !/^https?:\/\/\S+$/.test(source)) return undefined;
  const before = files.get(file) ?? '';
  const { contents } = parseDocument(before);
  const isEmpty = contents === null || (isSeq(contents) && contents.items.length === 0);
  const kept = (isEmpty ? before.replace(/^\[\s*\]\s*$/m, '') : before).trimEnd();
  const row = { paper, text, why: 'corrected by a reader, and read at the source', source };
  return [file, `${kept}${kept === '' ? '' : '\n'}${stringify([row], { lineWidth: 0 })}`];
}
