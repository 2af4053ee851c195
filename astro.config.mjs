// @ts-check
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { checkedNarratives, narratives } from './src/integrations/narratives.ts';
import { liveContent } from './src/integrations/live-content.ts';
import { outDir, partOfBuild } from './src/integrations/part-of-build.ts';
import { serviceWorker } from './src/integrations/service-worker.ts';
import { strictBundler } from './src/integrations/strict-bundler.ts';
import { katexStyles } from './src/integrations/katex-styles.ts';
import { settings } from './src/lib/settings.ts';
import { readSiteAddress } from './src/load/site-address.ts';
import { remarkFormulas } from './src/markdown/remark-formulas.ts';
import { remarkTerms } from './src/markdown/remark-terms.ts';
import { rehypeHeadings } from './src/markdown/headings.ts';
import { chapterAnchors } from './src/lib/anchors.ts';
import { rehypeScrollTables } from './src/markdown/scroll-tables.ts';

const site = readSiteAddress();

// Without Astro's `defineConfig`, which gives back what it is given and loads a minifier of pictures first.
/** @type {import('astro').AstroUserConfig} */
export default {
  ...(site === undefined ? {} : { site }),
  base: settings.base,
  outDir,
  cacheDir: settings.cache,
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  // Chapters only; they have passed the dialect check when this sees them. Papers never come here.
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [[remarkGfm, { singleTilde: false }], remarkMath, remarkTerms, remarkFormulas],
      rehypePlugins: [[rehypeHeadings, { taken: chapterAnchors }], rehypeScrollTables],
    }),
  },
  integrations: [mdx({ optimize: true }), strictBundler(), partOfBuild(), liveContent(), serviceWorker()],
  vite: {
    plugins: [katexStyles(), checkedNarratives(), narratives()],
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
};
