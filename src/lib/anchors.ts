/** Anchors that the site gives to parts of its pages; headings that people write have others. */
export const frameAnchors: readonly string[] = ['main', 'search', 'card'];

/** Of the pages of papers, and of the page about the survey. */
export const pageAnchors: readonly string[] = [
  ...frameAnchors,
  ...[
    'abstract',
    'notes',
    'references',
    'builds-on',
    'used-by',
    'related',
    'related-elsewhere',
    'cite',
    'corrected',
    'fix',
  ],
  ...['flow', 'decisions', 'listings', 'by-chapter', 'rights', 'privacy'],
];

export const chapterAnchors: readonly string[] = [
  ...frameAnchors,
  'by-year',
  'also',
  'comparison',
  'references',
];
