/**
 * The shapes of the files that people edit, as JSON Schemas: editors complete and check with them while one types. What
 * only a program can tell (that a formula can be set, that a slug exists) is `scholium check`'s business.
 */
import { z } from 'astro/zod';
import {
  benchmarkSchema,
  capturesSchema,
  chapterSchema,
  factSchema,
  frontMatterSchema,
  glossaryTermSchema,
  settlementSchema,
  surveySchema,
  venueSchema,
} from './schema.ts';

export type EditorSchema = {
  /** The files below the content folder that it describes. */
  files: string;
  title: string;
  schema: z.ZodType;
};

/** By the names of their files. Of `.mdx` files, it is the front matter. */
export const editorSchemas = {
  page: { files: 'papers/*/*.mdx', title: 'Front matter of a page', schema: frontMatterSchema },
  chapter: { files: 'chapters/*.mdx', title: 'Front matter of a chapter', schema: chapterSchema },
  survey: { files: 'survey.yml', title: 'The survey', schema: surveySchema },
  facts: { files: 'facts/*.yml', title: 'Checked facts', schema: z.array(factSchema) },
  glossary: { files: 'glossary.yml', title: 'Terms and symbols', schema: z.array(glossaryTermSchema) },
  benchmarks: { files: 'benchmarks.yml', title: 'Benchmarks and datasets', schema: z.array(benchmarkSchema) },
  venues: { files: 'venues.yml', title: 'Journals and conferences', schema: z.array(venueSchema) },
  settled: { files: 'settled.yml', title: 'Settled formulas and words', schema: z.array(settlementSchema) },
  captures: { files: 'listings/captures.yml', title: 'Days of capture', schema: capturesSchema },
} as const satisfies Record<string, EditorSchema>;

export type EditorSchemaName = keyof typeof editorSchemas;

/** As text. Draft 7 is what editors know best. */
export function toJsonSchema(name: EditorSchemaName): string {
  const { schema, title } = editorSchemas[name];
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      // Addresses are refined by a function, which no schema can say.
      if (jsonSchema.format === 'uri') jsonSchema.pattern = '^https?://\\S+$';
    },
  });
  return `${JSON.stringify({ title, ...json }, null, 2)}\n`;
}
