import { expect, test } from 'vitest';
import { toTexTitle } from '../../../src/contract/citations/tex-title.ts';
import { escapeTex } from '../../../src/contract/citations/tex.ts';
import { parsePhrasing } from '../../../src/contract/phrasing.ts';

test.each([
  ['Müller', String.raw`M{\"u}ller`],
  ['Łukasz Kwaśniewski', String.raw`{\L}ukasz Kwa{\'s}niewski`],
  ['Çelik, Şenbaşlar', String.raw`{\c C}elik, {\c S}enba{\c s}lar`],
  ['Strauß & Ørsted', String.raw`Strau{\ss} \& {\O}rsted`],
  ['100 % of #1_a', String.raw`100 \% of \#1\_a`],
  ['a {b} ~ ^ \\ < >', String.raw`a \{b\} \textasciitilde{} \textasciicircum{} \textbackslash{} \textless{} \textgreater{}`],
  ['“So” – it’s…', String.raw`` + "``So'' -- it's" + String.raw`\ldots{}`],
  ['$5', String.raw`\$5`],
  ['α-stable', String.raw`{$\alpha$}-stable`],
  // No command: the sign stays, for files are UTF-8.
  ['王', '王'],
])('%s is %s in LaTeX', (text, tex) => {
  expect(escapeTex(text)).toBe(tex);
}); // prettier-ignore

const abstract =
  'We study waxing with Markov chains, (Gauss) kernels and the bee dance. Dance is old. By Ada.';

test.each([
  ['Learning to dance', 'Learning to dance'],
  ['RLHF: a Study of StepMix', '{RLHF}: a Study of {StepMix}'],
  ['A Tale of Vitamin C', 'A Tale of Vitamin {C}'],
  ['The Dance of Markov and Gauss', 'The Dance of {Markov} and {Gauss}'],
  ['Markov Chains: Gauss at Work', 'Markov Chains: Gauss at Work'],
  ['Is Q-Learning with GPT-4V Enough?', 'Is {Q}-Learning with {GPT}-{4V} Enough?'],
  ['From $r$ to $Q^*$', 'From $r$ to {$Q^*$}'],
  ['$G^2$RPO: best of $n$', '{$G^2$RPO}: best of $n$'],
  ['Bounds of $\\mathcal{O}(t)$ and $\\Omega(t)$', 'Bounds of {$\\mathcal{O}(t)$} and {$\\Omega(t)$}'],
  ['Cost & gain: 50 % of wax\\_1', 'Cost \\& gain: 50 \\% of wax\\_1'],
  ['ReST-MCTS\\*: trees', '{ReST}-{MCTS}*: trees'],
  ['The *very* Über-Bees', String.raw`The \emph{very} {\"U}ber-Bees`],
  ['Code in `wax()` and [links](https://x.org)', 'Code in wax() and links'],
])('%s is the title %s', (markdown, tex) => {
  expect(toTexTitle(parsePhrasing(markdown), abstract)).toBe(tex);
});
