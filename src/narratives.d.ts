/** Made by `integrations/narratives.ts`. */
declare module 'virtual:narratives' {
  import type { MarkdownHeading } from 'astro';
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  type Narrative = { default: AstroComponentFactory; getHeadings(): MarkdownHeading[] };

  /** By the id of the chapter. */
  export const narratives: Readonly<Record<string, () => Promise<Narrative>>>;
}
