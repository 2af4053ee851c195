/** The narratives of chapters as one module: what Astro compiles of the survey, each by the name of its chapter. */
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { settings } from '../lib/settings.ts';
import { listFiles } from '../load/files.ts';

const id = 'virtual:narratives';
const folder = join(settings.content, 'chapters');

export function narratives(): Plugin {
  return {
    name: 'scholium-narratives',
    resolveId: { filter: { id: new RegExp(`^${id}$`) }, handler: () => `\0${id}` },
    load: {
      filter: { id: new RegExp(`^\0${id}$`) },
      handler: () => {
        const rows = listFiles(folder, '.mdx').map((path) => {
          const [name, file] = [basename(path, '.mdx'), join(folder, path)].map((text) =>
            JSON.stringify(text),
          );
          return `${name}: () => import(${file}),\n`;
        });
        return `export const narratives = {\n${rows.join('')}};\n`;
      },
    },
    // A chapter that comes or goes while one writes.
    hotUpdate({ type, file, modules }) {
      if (type === 'update' || dirname(file) !== folder) return;
      return [...modules, this.environment.moduleGraph.getModuleById(`\0${id}`)].filter(
        (module) => module !== undefined,
      );
    },
  };
}

/**
 * A build checks all narratives before it evaluates one. While one writes, each is checked as it is compiled: what somebody
 * else wrote is never executed, whatever the server has read of it so far.
 */
export function checkedNarratives(): Plugin {
  return {
    name: 'scholium-checked-narratives',
    apply: 'serve',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      handler: async (source, file) => {
        const [{ readChapter }, { hasErrors, makeReport }, { formatAll }] = await Promise.all([
          import('../contract/content.ts'),
          import('../contract/findings.ts'),
          import('../load/findings.ts'),
        ]);
        const report = makeReport();
        readChapter(`chapters/${basename(file)}`, source, report);
        if (hasErrors(report.findings)) throw new Error(formatAll(report.findings, settings.content));
      },
    },
  };
}
