/** Typst to PDF/UA-1, with a fixed time and no files but the template. */
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The folder that Typst sees; the template is in it. */
const folder = fileURLToPath(new URL('.', import.meta.url));

export const templateName = 'book.typ';

export type Compiled = { pdf: Uint8Array } | { problems: string[] };

/**
 * A warning is a problem too: Typst warns where it leaves something out.
 * @param captured a day such as 2026-01-31, the time that the file gives
 */
export function compileTypst(source: string, captured: string): Compiled {
  const compiler = NodeCompiler.create({ workspace: folder });
  const compiled = compiler.compile({ mainFileContent: source });
  const complaints = [compiled.takeDiagnostics(), compiled.takeWarnings()].flatMap((outcome) =>
    outcome ? (compiler.fetchDiagnostics(outcome) as { message: string }[]) : [],
  );
  const document = compiled.result;
  if (!document || complaints.length > 0) return { problems: complaints.map(({ message }) => message) };
  // What was remembered of the layout is not needed to write it down.
  compiler.evictCache(0);
  try {
    const creationTimestamp = Date.parse(captured) / 1000;
    return { pdf: compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp }) };
  } catch (error) {
    return { problems: readMessages(String(error)) };
  }
}

/** The export throws its complaints as they are printed for programmers. */
function readMessages(printed: string): string[] {
  const messages = [...printed.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replace(/\\(["\\])/g, '$1'),
  );
  return messages.length > 0 ? messages : [printed];
}
