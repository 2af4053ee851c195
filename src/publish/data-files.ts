/** The whole survey as files below /data/, with a schema and checksums. */
import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import { exportedPaperSchema } from '../contract/exported-paper.ts';
import { toSurveyFile, type SurveyFormat } from '../contract/survey-files.ts';
import { publishPapers } from '../load/publish.ts';
import type { LoadedSurvey } from '../load/survey.ts';

/** What the page of the files says of one. */
export type DataFile = { name: string; format: SurveyFormat | 'schema'; bytes: number; sha256: string };

const names: Record<SurveyFormat, string> = {
  jsonl: 'survey.jsonl',
  csv: 'survey.csv',
  bibtex: 'survey.bib',
  ris: 'survey.ris',
  'csl-json': 'survey.csl.json',
};

type Made = { files: DataFile[]; texts: Map<string, string> };

const made = new WeakMap<LoadedSurvey, Promise<Made>>();

/** The files, and their texts by name; `SHA256SUMS` is in the form that `sha256sum --check` reads. */
export function makeDataFiles(survey: LoadedSurvey): Promise<Made> {
  let files = made.get(survey);
  if (!files) made.set(survey, (files = make(survey)));
  return files;
}

async function make(survey: LoadedSurvey): Promise<Made> {
  const papers = await publishPapers(survey);
  const texts = new Map<string, string>();
  const files = (Object.keys(names) as SurveyFormat[]).map((format) =>
    describe(names[format], format, toSurveyFile(format, papers)),
  );
  files.push(describe('schema.json', 'schema', `${JSON.stringify(toSchema(survey), null, 2)}\n`));
  texts.set('SHA256SUMS', files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  return { files, texts };

  function describe(name: string, format: DataFile['format'], text: string): DataFile {
    texts.set(name, text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { name, format, bytes: Buffer.byteLength(text), sha256 };
  }
}

function toSchema({ survey }: LoadedSurvey): object {
  const schema = z.toJSONSchema(exportedPaperSchema);
  const description = `One line of ${names.jsonl}: a paper of "${survey.title}", version ${survey.version}`;
  return { ...schema, title: 'Paper', description };
}
