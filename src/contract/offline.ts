/** What a build says to the scripts that keep the site for reading without a connection. */

/** Everything that reading the survey needs, by its path from the root of the site, `papers/stepmix/`. */
export type OfflineFiles = {
  /** Changes with any of the files. */
  version: string;
  /** What they take in the browser. */
  bytes: number;
  files: [path: string, bytes: number, digest: string][];
};

/** What the service worker is told. */
export type WorkerSite = {
  /** The path of the site on its host. */
  base: string;
  /** Changes with what every page needs: a new one begins with empty caches. */
  version: string;
  /** What every page needs, and `page`; paths from the root of the site. */
  shell: string[];
  /** Says that there is no connection. */
  page: string;
};

export const offlineFiles = { list: 'offline.json', worker: 'service-worker.js', page: 'offline/' } as const;
