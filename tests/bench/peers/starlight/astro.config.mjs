import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

export default defineConfig({
  site: 'https://survey.example.org',
  cacheDir: '.cache',
  markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
  integrations: [
    starlight({
      title: 'The study of things that are not',
      sidebar: [{ label: 'Start', link: '/' }],
      customCss: ['katex/dist/katex.min.css'],
    }),
  ],
});
