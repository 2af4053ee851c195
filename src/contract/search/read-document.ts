/** A document with its texts as tokens: they are read once, for the words of the corpus and for Pagefind. */
import type { SearchDocument } from './document.ts';
import { readFields, type FieldName } from './fields.ts';
import { readTokens, type Token } from './tokens.ts';

export type ReadDocument = {
  document: SearchDocument;
  fields: Record<FieldName, Token[]>;
  text: Token[];
  headline: Token[];
};

export function readDocument(document: SearchDocument): ReadDocument {
  const { entry, text, headline = '' } = document;
  const fields = Object.entries(readFields(entry)).map(([name, field]) => [name, readTokens(field)]);
  return {
    document,
    fields: Object.fromEntries(fields) as ReadDocument['fields'],
    text: readTokens(text),
    headline: readTokens(headline),
  };
}
