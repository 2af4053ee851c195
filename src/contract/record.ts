/**
 * A record is what the generator knows of one paper. It is machine-owned JSON: people edit the page, never the record.
 */
import { z } from 'astro/zod';
import { factSchema, frontMatterSchema, type FrontMatter } from './schema.ts';
import { slugPattern } from './slug.ts';

const slug = z.string().regex(slugPattern);
const point = z.strictObject({ line: z.int(), column: z.int() });

/** Where a listing gives the paper, and what stood beside it there. */
export const sightingSchema = z.strictObject({
  listing: z.string(),
  title: point,
  abstract: point.optional(),
  /** The day the listing was captured, where it is known: the newest text counts. */
  captured: z.iso.date().optional(),
  /** As the listing prints it, resolved against the capture: when the page listed the paper. */
  date: z.iso.date().optional(),
  authorCount: z.int().optional(),
  organisation: z.string().optional(),
  comments: z.int().optional(),
});
export type Sighting = z.infer<typeof sightingSchema>;

/** What listings say of a paper beside title and abstract. */
export const listedSchema = factSchema.omit({ title: true, confirmations: true, sources: true }).extend({
  /** What bibliographies say besides, under the names of CSL's variables or the source's own (`docs/ingest-formats.md`). */
  extra: z.record(z.string().regex(/^[A-Za-z][\w:.+-]*$/), z.string()).optional(),
});
export type Listed = z.infer<typeof listedSchema>;

export const changeSchema = z.strictObject({
  field: z.enum(['title', 'abstract']),
  start: z.int(),
  end: z.int(),
  raw: z.string(),
  restored: z.string(),
  rule: z.string(),
  confidence: z.number(),
});

/** A formula that was typeset as it stands although the damage may have taken something from it. */
export const doubtSchema = changeSchema.omit({ rule: true, confidence: true }).extend({ reason: z.string() });

/** Why a paper is filed as it is: a cue that stands in it, or a paper filed by people that is like it. */
export const evidenceSchema = z.looseObject({ kind: z.enum(['cue', 'paper']) });

/** What was last written to the page: the front matter, and the abstract a sentence an item (Markdown). */
export const writtenSchema = z.strictObject({
  path: z.string(),
  fields: frontMatterSchema.partial() as unknown as z.ZodType<Partial<FrontMatter>>,
  abstract: z.array(z.string()),
});
export type Written = z.infer<typeof writtenSchema>;

const range = z.tuple([z.int(), z.int()]);

export const roles = ['background', 'problem', 'method', 'result', 'resource'] as const;
export type Role = (typeof roles)[number];

/** What the page's abstract says and where: UTF-16 offsets in the abstract as exported, end exclusive. */
export const annotationSchema = z.strictObject({
  roles: z.array(z.strictObject({ start: z.int(), end: z.int(), role: z.enum(roles) })),
  evidence: z.record(z.string(), z.union([range, z.array(range)])),
});

/** Papers of the survey that stand near: those that build on this one, and those like it, with the reason that is shown. */
export const relationsSchema = z.strictObject({
  usedBy: z.array(slug),
  related: z.array(
    z.strictObject({
      slug,
      crossChapter: z.boolean(),
      reasons: z.array(
        z.strictObject({ kind: z.enum(['method', 'benchmark', 'terms']), names: z.array(z.string()) }),
      ),
    }),
  ),
});

export const conflictSchema = z.strictObject({
  field: z.string(),
  page: z.unknown(),
  generated: z.unknown(),
  /** The page that had the other value, where it was no generator: it was merged into this one. */
  from: slug.optional(),
});
export type Conflict = z.infer<typeof conflictSchema>;

export const recordSchema = z.strictObject({
  slug,
  /** Raw, as the listing prints it. */
  title: z.string(),
  abstract: z.string(),
  sightings: z.array(sightingSchema),
  listed: listedSchema.optional(),
  facts: factSchema.omit({ title: true }).optional(),
  /** Month of the first preprint (`2023-06`), else the year. */
  published: z.string().optional(),
  /** Date of the first capture that shows the paper, where it is known. */
  added: z.iso.date().optional(),
  restoration: z.strictObject({ changes: z.array(changeSchema), doubts: z.array(doubtSchema) }).optional(),
  filing: z
    .strictObject({
      chapter: z.string(),
      section: z.string(),
      also: z.array(z.string()),
      confidence: z.number(),
      evidence: z.array(evidenceSchema),
      next: z.strictObject({ chapter: z.string(), section: z.string() }).optional(),
    })
    .optional(),
  annotation: annotationSchema.optional(),
  relations: relationsSchema.optional(),
  written: writtenSchema.optional(),
  /** Fields that people changed on the page, and `abstract` where they changed a sentence. */
  edited: z.array(z.string()).optional(),
  /** Fields whose value on the page somebody read and found right, whoever wrote it. */
  confirmed: z.array(z.string()).optional(),
  /** What both people and the generator changed since `written`; the page keeps what people wrote. */
  conflicts: z.array(conflictSchema).optional(),
  /** Why its page was taken out, and the earlier addresses of the page, which say so too. */
  withdrawn: z.strictObject({ why: z.string(), aliases: z.array(slug).optional() }).optional(),
  /** Slugs of records that were found to be this paper. */
  merged: z.array(slug).optional(),
});
export type PaperRecord = z.infer<typeof recordSchema>;

/** A record without what only generating needs, which is most of it. */
export type ShownRecord = Omit<PaperRecord, 'abstract' | 'filing' | 'written'>;

export function toShownRecord({ abstract: _, filing: __, written: ___, ...shown }: PaperRecord): ShownRecord {
  return shown;
}

/** What is known of a paper beside title and abstract: facts overrule listings (and pages overrule both). */
export function toKnown({ listed, facts }: Pick<PaperRecord, 'listed' | 'facts'>): Listed {
  const { confirmations: _, sources: __, ...checked } = facts ?? { confirmations: 0 };
  return { ...listed, ...checked };
}
