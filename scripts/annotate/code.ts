/** The address where the abstract says that code or data can be had. */
import type { Sentence } from './sentence.ts';

/** An address with the place of its mention. */
export type Address = { address: string; start: number; end: number };

/** Scheme and characters that do not close a sentence, a bracket or a Markdown link; Markdown and TeX escape some of them. */
const addressPattern = /https?:\/\/(?:\\[_~*#%&]|[^\s<>()[\]{}"'`|\\,])+/g;

/** Hosts that keep code: an address there needs no word beside it. */
const codeHosts: readonly string[] = [
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'huggingface.co',
  'zenodo.org',
  'figshare.com',
];

/** Demonstrations and leaderboards on the hosts of code. */
const showcase = /huggingface\.co\/spaces\//;

/** Beside any other address, these words say that more than pictures wait there. */
const offersCode =
  /\b(?:codes?|codebase|implementations?|source|open[- ]?sourc\w+|software|library|toolbox|toolkit|suite|data(?:sets?)?|models?|checkpoints?|releas\w+)\b/i;

/** Finds the first address of code or data; a mere project page is none. */
export function findCode(sentences: readonly Sentence[]): Address | undefined {
  for (const [at, { text, start }] of sentences.entries())
    for (const match of text.matchAll(addressPattern)) {
      const written = match[0].replace(/[.;:!?*]+$/, '');
      const address = written.replaceAll('\\', '');
      const from = start + match.index;
      if (!showcase.test(address) && (isCodeHost(address) || offersCode.test(wordsBeside(sentences, at))))
        return { address, start: from, end: from + written.length };
    }
  return undefined;
}

const isCodeHost = (address: string): boolean =>
  codeHosts.some((host) => URL.canParse(address) && `.${new URL(address).hostname}`.endsWith(`.${host}`));

/** The words around the address, without addresses; of the sentence before, too, where the address stands alone. */
function wordsBeside(sentences: readonly Sentence[], at: number): string {
  const words = (sentences[at]?.text ?? '').replace(addressPattern, ' ');
  return /\p{L}{3}/u.test(words) ? words : (sentences[at - 1]?.text ?? '');
}
