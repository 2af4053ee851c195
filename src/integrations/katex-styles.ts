/** KaTeX's style sheet as it suits this site. */
import type { Plugin } from 'vite';

/**
 * Keeps one font format of the three that it names, for every browser that can show this site reads it; and puts the
 * sheet into its place of the cascade.
 */
export function katexStyles(): Plugin {
  return {
    name: 'scholium-katex-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /katex\.min\.css(?:$|\?)/ },
      handler: (code) =>
        `@layer katex{${code.replace(/,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\("[^"]+"\)/g, '')}}`,
    },
  };
}
