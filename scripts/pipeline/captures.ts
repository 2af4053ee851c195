/** New rows of `captures.yml`; what people wrote there stays as they wrote it. */
import { isMap, parseDocument } from 'yaml';

/** @param rows name and day of each new listing */
export function addCaptures(source: string, rows: readonly (readonly [name: string, day: string])[]): string {
  const document = parseDocument(source);
  const { contents } = document;
  const isBlock = isMap(contents) && contents.items.length > 0 && !contents.flow;
  const lines = rows.map(
    ([name, day]) => `${/^[\w./-]+$/.test(name) ? name : JSON.stringify(name)}: ${day}\n`,
  );
  if (isBlock) return `${source.replace(/\n*$/, '\n')}${lines.join('')}`;
  // An empty map is written `{}`, or as nothing but comments.
  if (isMap(contents)) contents.flow = false;
  for (const [name, day] of rows) document.set(name, day);
  return document.toString({ lineWidth: 0 });
}
