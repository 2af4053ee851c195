/** Eleventy with KaTeX at build time and Pagefind. */
import path from 'node:path';
import { lengthen, replace, type Builder } from '../builders.ts';
import { inventPaper } from '../survey/paper.ts';
import { copyProject, environment, toFileName, writePages } from './pages.ts';

export const eleventy: Builder = {
  name: 'eleventy',
  prepare: (count, folder) => {
    copyProject('eleventy', folder);
    const pages = path.join(folder, 'pages', 'papers');
    writePages({ count, folder: pages, toAddress: (slug) => `/papers/${slug}/` });
    const page = inventPaper(Math.floor(count / 2));
    return {
      args: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
      cwd: folder,
      env: environment,
      out: path.join(folder, 'dist'),
      caches: [path.join(folder, '.cache')],
      change: {
        'one page changed': () => lengthen(path.join(pages, toFileName(page)), page.sentences[0]?.text),
        'template changed': () =>
          replace(path.join(folder, '_includes/paper.njk'), '</article>', '<hr></article>'),
      },
    };
  },
};
