/**
 * A service on this machine that answers as arXiv and Crossref do. No live service was asked: the answers are written after
 * "arXiv API User's Manual", 3.3 "Details of Atom results returned" and 3.4 "Errors", and after Crossref's "REST API"
 * (routes /works/{doi}, status 404 with "Resource not found.", limits in X-Rate-Limit-…, JATS in abstracts).
 */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type LocalService = {
  /** Where it answers, without a slash at the end. */
  base: string;
  /** What was asked, in order. */
  asked: Pick<IncomingMessage, 'url' | 'headers'>[];
  close(): Promise<void>;
};

export async function startService(answer: RequestListener): Promise<LocalService> {
  const asked: LocalService['asked'] = [];
  const server: Server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

type Work = { id: string; title: string; summary: string; authors: string[] };

/** The feed of one paper; of none where arXiv does not know the id. */
export function toFeed(work?: Work): string {
  const authors =
    work?.authors.map((name) => `    <author>\n      <name>${name}</name>\n    </author>\n`) ?? [];
  const entry =
    work &&
    `  <entry>
    <id>http://arxiv.org/abs/${work.id}v1</id>
    <updated>2024-01-09T18:59:59Z</updated>
    <published>2024-01-09T18:59:59Z</published>
    <title>${work.title}</title>
    <summary>  ${work.summary}
</summary>
${authors.join('')}    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">9 pages</arxiv:comment>
    <link href="http://arxiv.org/abs/${work.id}v1" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/${work.id}v1" rel="related" type="application/pdf"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?search_query%3D%26id_list%3D2401.00001" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=2401.00001&amp;start=0&amp;max_results=1</title>
  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <updated>2024-01-10T00:00:00-05:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${work ? 1 : 0}</opensearch:totalResults>
${entry ?? ''}</feed>
`;
}

/** What arXiv answers to an id that is none. */
export const errorFeed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: search_query=&amp;id_list=1234.12345</title>
  <entry>
    <id>http://arxiv.org/api/errors#incorrect_id_format_for_1234.12345</id>
    <title>Error</title>
    <summary>incorrect id format for 1234.12345</summary>
    <author><name>arXiv api core</name></author>
  </entry>
</feed>
`;

/** The envelope with which Crossref answers. */
export function toEnvelope(message: object): string {
  return JSON.stringify({
    status: 'ok',
    'message-type': 'work',
    'message-version': '1.0.0',
    message: {
      indexed: { 'date-parts': [[2024, 3, 1]], timestamp: 1709251200000 },
      'reference-count': 2,
      reference: [{ key: 'ref1', unstructured: 'Another paper.' }],
      score: 1,
      ...message,
    },
  });
}
