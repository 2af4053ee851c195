/** Starlight with KaTeX at build time; it brings Pagefind. */
import path from 'node:path';
import { lengthen, type Builder } from '../builders.ts';
import { inventPaper } from '../survey/paper.ts';
import { copyProject, environment, toFileName, writePages } from './pages.ts';

export const starlight: Builder = {
  name: 'starlight',
  prepare: (count, folder) => {
    copyProject('starlight', folder);
    const pages = path.join(folder, 'src/content/docs/papers');
    writePages({ count, folder: pages, toAddress: (slug) => `/papers/${slug}/` });
    const page = inventPaper(Math.floor(count / 2));
    return {
      args: ['node_modules/astro/bin/astro.mjs', 'build'],
      cwd: folder,
      env: environment,
      out: path.join(folder, 'dist'),
      caches: [path.join(folder, '.astro'), path.join(folder, '.cache')],
      change: {
        'one page changed': () => lengthen(path.join(pages, toFileName(page)), page.sentences[0]?.text),
      },
    };
  },
};
