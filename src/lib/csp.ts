/**
 * The Content-Security-Policy of every page: nothing from elsewhere, no script but our own files and the one inline
 * script by its digest. KaTeX places its glyphs by `style` attributes, so those are allowed; style sheets are files.
 * Pagefind runs WebAssembly, in a worker.
 */
import { createHash } from 'node:crypto';
import type { AstroUserConfig } from 'astro';
import { themeScript } from './theme-script.ts';

type ContentSecurityPolicy = NonNullable<NonNullable<AstroUserConfig['security']>['csp']>;

const themeHash = `sha256-${createHash('sha256').update(themeScript).digest('base64')}` as const;

export const contentSecurityPolicy: ContentSecurityPolicy = {
  directives: [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
  ],
  scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [themeHash] },
  styleDirective: { resources: [{ resource: "'unsafe-inline'", kind: 'attribute' }] },
};
