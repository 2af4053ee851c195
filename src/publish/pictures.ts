/**
 * The pictures that are shown where somebody shares an address: one a chapter and one of the survey. Typst sets the words,
 * as outlines, so that no machine needs fonts; sharp makes pixels of them. They are kept by what is on them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imagePath } from '../lib/links.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { settings } from '../lib/settings.ts';
import { strings } from '../lib/strings.ts';
import { openCache } from '../load/cache.ts';
import type { LoadedSurvey } from '../load/survey.ts';

/** What stands on a picture, from above to below. */
type Words = { above: string; title: string; below: string; language: string };

const kept = openCache<string>('pictures');

export async function makePictures({
  survey,
  chapters,
  papers,
}: LoadedSurvey): Promise<[path: string, png: Buffer][]> {
  const { title, language } = survey;
  const count = (id?: string) =>
    strings.papers(papers.filter(({ data }) => id === undefined || data.chapter === id).length);
  const pictures: (readonly [string, Words])[] = [
    [imagePath(), { above: strings.annotatedSurvey, title, below: count(), language }],
    ...chapters.map(
      ({ id, title: name }) =>
        [imagePath(id), { above: title, title: name, below: count(id), language }] as const,
    ),
  ];
  return Promise.all(pictures.map(async ([path, words]) => [path, await draw(words)] as [string, Buffer]));
}

async function draw(words: Words): Promise<Buffer> {
  const digest = digestOf([words, digestOfCode()]);
  const known = kept.read(digest);
  if (known !== undefined) return Buffer.from(known, 'base64');
  const { default: sharp } = await import('sharp');
  const png = await sharp(Buffer.from(await typeset(words)))
    .png({ compressionLevel: 3 })
    .toBuffer();
  kept.write(digest, png.toString('base64'));
  return png;
}

let compiling: Promise<(words: Words) => string> | undefined;

/** One compiler for all pictures: it reads its fonts once. */
async function typeset(words: Words): Promise<string> {
  compiling ??= import('@myriaddreamin/typst-ts-node-compiler').then(({ NodeCompiler }) => {
    const compiler = NodeCompiler.create();
    const mainFileContent = readFileSync(join(settings.root, 'src/publish/picture.typ'), 'utf8');
    return (inputs) => compiler.svg({ mainFileContent, inputs });
  });
  return (await compiling)(words);
}
