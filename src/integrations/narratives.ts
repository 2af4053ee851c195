/** The narratives of chapters as one module: what Astro compiles of the survey, each by the name of its chapter. */
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { settings } from '../lib/settings.ts';
import { listFiles } from '../load/files.ts';

const id = 'virtual:narratives';

export function narratives(): Plugin {
  return {
    name: 'scholium-narratives',
    resolveId: { filter: { id: new RegExp(`^${id}$`) }, handler: () => `\0${id}` },
    load: {
      filter: { id: new RegExp(`^\0${id}$`) },
      handler: () => {
        const folder = join(settings.content, 'chapters');
        const rows = listFiles(folder, '.mdx').map((path) => {
          const [name, file] = [basename(path, '.mdx'), join(folder, path)].map((text) =>
            JSON.stringify(text),
          );
          return `${name}: () => import(${file}),\n`;
        });
        return `export const narratives = {\n${rows.join('')}};\n`;
      },
    },
  };
}
