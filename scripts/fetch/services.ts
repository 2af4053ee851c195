/** The services that are asked for papers, one row each. */

export type ServiceId = 'arxiv' | 'crossref';

export type Service = {
  name: string;
  /** Where its programming interface answers, and the variable of the environment that names another place. */
  base: string;
  variable: string;
  /** The path and query of a paper, below the base. */
  toPath: (id: string, mailto: string | undefined) => string;
  /** The media types in which it answers. */
  types: RegExp;
  /** Milliseconds between two requests. */
  delay: number;
  /** How files with its answers end. */
  extension: string;
  /** What to do about a paper that it does not have. */
  otherwise: string;
};

export const services: Record<ServiceId, Service> = {
  // "arXiv API User's Manual" (https://info.arxiv.org/help/api/user-manual.html); its terms ask for three seconds
  // between requests and one connection at a time (https://info.arxiv.org/help/api/tou.html).
  arxiv: {
    name: 'arXiv',
    base: 'https://export.arxiv.org',
    variable: 'SCHOLIUM_ARXIV',
    toPath: (id) => `/api/query?${new URLSearchParams({ id_list: id, max_results: '1' })}`,
    types: /^(?:application\/(?:atom\+)?xml|text\/xml)\b/,
    delay: 3000,
    extension: '.atom',
    otherwise: 'Look the id up at https://arxiv.org.',
  },
  // "REST API" (https://www.crossref.org/documentation/retrieve-metadata/rest-api/): whoever gives an address of mail is
  // answered from the polite pool. It gives its limits in the headers; a second between requests is far below them.
  crossref: {
    name: 'Crossref',
    base: 'https://api.crossref.org',
    variable: 'SCHOLIUM_CROSSREF',
    toPath: (id, mailto) =>
      `/works/${encodeURIComponent(id)}${mailto ? `?${new URLSearchParams({ mailto })}` : ''}`,
    types: /^application\/(?:[\w.+-]+\+)?json\b/,
    delay: 1000,
    extension: '.json',
    otherwise:
      'DOIs of DataCite (Zenodo, …) are not at Crossref: take the BibTeX or CSL-JSON that https://doi.org gives, and give that file.',
  },
};
