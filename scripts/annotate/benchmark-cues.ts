/** How sentences call a name a benchmark, as patterns on what stands before and behind it. Read by benchmarks.ts. */

/** Kinds that nothing but a benchmark or dataset is. */
const certain = String.raw`(?:benchmarks?|data ?sets?|leaderboards?|corpus|corpora|testbeds?)`;

/** Kinds that may be of anything, beside names that no common word is written like. */
const kinds = String.raw`(?:benchmarks?|data ?sets?|environments?|suites?|domains?|leaderboards?|corpus|corpora|simulators?|testbeds?|games?)`;

/** "the Foo benchmark". */
export const certainKindBehind = new RegExp(String.raw`^ ${certain}\b`, 'u');

/** "the Foo environment", "Foo continuous benchmarks", "six Foo tasks". */
export const kindBehind = new RegExp(String.raw`^ (?:\p{Ll}[\p{L}-]* )?(?:${kinds}|tasks)\b`, 'u');

/** "benchmarks such as Foo", "datasets (Foo, Bar)", "two benchmarks: Foo and Bar". */
export const listBefore = new RegExp(
  String.raw`\b${kinds}(?: \p{Ll}+)?(?:,? (?:such as|including|like|e\.g\.,?|called|named|namely)|:| \((?:e\.g\.,? |i\.e\.,? |including )?)(?: the)? ?$`,
  'u',
);

/** "environments of the Foo", "datasets from Foo". */
export const sourceBefore = new RegExp(
  String.raw`\b(?:${kinds}|tasks|problems) (?:of|from|in)(?: the)? $`,
  'u',
);

/** "accuracy on Foo", "results across Foo". */
export const measuredBefore =
  /\b(?:accuracy|scores?|performance|rates?|evaluat\w+|experiments?|tested|improvements?|gains?|results?)(?: [\p{Ll}\d-]+){0,3} (?:on|across)(?: the| both)? $/u;

/** "73% on Foo": a figure makes a benchmark of any name. */
export const figureBefore = /\d\s?(?:\\?%|percent)(?: \p{Ll}+){0,2} (?:on|in|across)(?: the| both)? $/u;

/** "FooBench", "FooEval 2": names that say so themselves. */
export const telling = /\p{L}(?:Bench|Eval|Gym|QA|Arena|Leaderboard)(?:[-\s]?v?\d[\d.]*)?$/u;

/** What a name is when this follows: a model, or an author. */
export const otherBehind =
  /^(?: \p{Ll}+)? (?:models?|networks?|architectures?|backbones?|polic(?:y|ies)|algorithms?|methods?|et al)\b/u;

/** Between two names of one list. */
export const listGlue = /^(?: \([^()]*\))?(?:,|,? and|,? or|,? as well as)(?: the)? $/;
