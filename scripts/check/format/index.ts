/** How findings are printed. A format is a row here. */
import type { ContentFiles } from '../../../src/contract/content.ts';
import type { Finding } from '../../../src/contract/findings.ts';
import { printGithub } from './github.ts';
import { printJson } from './json.ts';
import { printSarif } from './sarif.ts';
import { printStylish } from './stylish.ts';

export type FormatContext = {
  /** The text of files by the path that findings name. */
  files: ContentFiles;
  colour: boolean;
};

/** @returns the text to print, with its final line end; empty where there is nothing to say */
export type Format = (findings: readonly Finding[], context: FormatContext) => string;

export const formats = {
  stylish: printStylish,
  json: printJson,
  github: printGithub,
  sarif: printSarif,
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
