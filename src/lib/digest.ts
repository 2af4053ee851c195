/** Digests: the names of what is kept between builds. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from './settings.ts';

/** A digest of any JSON value; two values share it only if they are written alike. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

let code: string | undefined;

/** The digest of all that turns content into pages: every file of `src/`, the configuration and the lock. */
export function digestOfCode(): string {
  code ??= digestOf(listCode().map((path) => [path, readFileSync(join(settings.root, path), 'utf8')]));
  return code;
}

function listCode(): string[] {
  const files = readdirSync(join(settings.root, 'src'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(settings.root.length + 1));
  return [...files.sort(), 'astro.config.mjs', 'package-lock.json'];
}
