/** What filing knows of the survey: its chapters, as their files describe them, and the papers that people have filed. */

/** A word or phrase that speaks for a chapter or section, alone (weight 1) or with its weight; a negative weight speaks against. */
export type Cue = string | Readonly<Record<string, number>>;

export type SectionScope = { name: string; cues?: readonly Cue[] | undefined };

export type ChapterScope = {
  id: string;
  title: string;
  scope: string;
  cues?: readonly Cue[] | undefined;
  sections: readonly SectionScope[];
};

export type Paper = { title: string; abstract: string };

export type FiledPaper = Paper & {
  id: string;
  chapter: string;
  section: string;
  also?: readonly string[] | undefined;
};
