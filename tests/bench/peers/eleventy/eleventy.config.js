import katex from '@vscode/markdown-it-katex';
import * as pagefind from 'pagefind';

export default function configure(config) {
  config.amendLibrary('md', (markdown) => markdown.use(katex.default ?? katex));
  config.addCollection('papers', (all) => all.getFilteredByGlob('pages/papers/*.md'));
  for (const key of ['chapter', 'year']) {
    config.addCollection(`by ${key}`, (all) => {
      const groups = Map.groupBy(all.getFilteredByGlob('pages/papers/*.md'), ({ data }) => String(data[key]));
      return Array.from(groups, ([id, papers]) => ({ id, papers })).sort((a, b) => (a.id < b.id ? -1 : 1));
    });
  }
  config.on('eleventy.after', async ({ directories }) => {
    const { index } = await pagefind.createIndex({});
    await index.addDirectory({ path: directories.output });
    await index.writeFiles({ outputPath: `${directories.output}/pagefind` });
    await pagefind.close();
  });
  return { dir: { input: 'pages', includes: '../_includes', output: 'dist' }, markdownTemplateEngine: false };
}
