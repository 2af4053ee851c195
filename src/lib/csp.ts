/**
 * The Content-Security-Policy of every page: nothing from elsewhere, no script but our own files and the one inline
 * script by its digest. KaTeX places its glyphs by `style` attributes, so those are allowed; style sheets are files.
 * Pagefind runs WebAssembly, in a worker.
 */
import { createHash } from 'node:crypto';
import { themeScript } from './theme-script.ts';

const themeDigest = createHash('sha256').update(themeScript).digest('base64');

export const contentSecurityPolicy = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "img-src 'self' data:",
  "worker-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${themeDigest}'`,
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
].join('; ');
