/**
 * Formulas as a line of readable text (`\tilde{\mathcal{O}}(\sqrt{T})` is `Õ(√T)`), for places that hold no markup:
 * titles of windows, descriptions, the search index, queries.
 */
import type { Nodes } from 'mdast';

/** TeX commands that stand for a character. */
export const characters: Readonly<Record<string, string>> = {
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ',
  vartheta: 'ϑ', iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ',
  tau: 'τ', upsilon: 'υ', phi: 'φ', varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ',
  Lambda: 'Λ', Xi: 'Ξ', Pi: 'Π', Sigma: 'Σ', Upsilon: 'Υ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω', ell: 'ℓ', partial: '∂',
  nabla: '∇', infty: '∞', times: '×', cdot: '·', pm: '±', mp: '∓', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠',
  ne: '≠', approx: '≈', sim: '∼', simeq: '≃', equiv: '≡', propto: '∝', ll: '≪', gg: '≫', in: '∈', notin: '∉',
  subset: '⊂', subseteq: '⊆', cup: '∪', cap: '∩', emptyset: '∅', forall: '∀', exists: '∃', neg: '¬', land: '∧',
  wedge: '∧', lor: '∨', vee: '∨', to: '→', rightarrow: '→', leftarrow: '←', leftrightarrow: '↔', Rightarrow: '⇒',
  mapsto: '↦', uparrow: '↑', downarrow: '↓', sum: '∑', prod: '∏', int: '∫', sqrt: '√', ldots: '…', dots: '…',
  cdots: '⋯', langle: '⟨', rangle: '⟩', lfloor: '⌊', rfloor: '⌋', lceil: '⌈', rceil: '⌉', mid: '|', vert: '|',
  Vert: '‖', lvert: '|', rvert: '|', lVert: '‖', rVert: '‖', circ: '∘', star: '*', ast: '*', prime: '′', top: '⊤', perp: '⊥', oplus: '⊕',
  otimes: '⊗', dagger: '†', backslash: '\\', quad: ' ', qquad: ' ',
}; // prettier-ignore

export const accents: Readonly<Record<string, string>> = {
  tilde: '\u0303', widetilde: '\u0303', hat: '\u0302', widehat: '\u0302', bar: '\u0304', overline: '\u0304',
  dot: '\u0307', ddot: '\u0308', vec: '\u20d7', check: '\u030c',
}; // prettier-ignore

/** Commands that only change how their argument looks. */
export const styles =
  /^(?:mathcal|mathbb|mathbf|mathrm|mathit|mathsf|mathtt|mathfrak|mathscr|boldsymbol|bm|text(?:rm|bf|it|sf|tt|sc)?|operatorname|mbox|displaystyle|left|right|big[lr]?|Big[lr]?|bigg[lr]?|Bigg[lr]?|limits|nolimits)$/;

const token = /\\([A-Za-z]+)\*?|\\(.)|([{}])|\s+|([^\\{}\s])/gu;

/** One formula as readable text. */
export function readFormula(tex: string): string {
  const tokens = [...tex.matchAll(token)];
  let at = 0;
  const text = readGroup().replace(/\s+/g, ' ').trim();
  return text.normalize('NFC');

  function readGroup(): string {
    let group = '';
    while (at < tokens.length) {
      const match = tokens[at++];
      if (match?.[3] === '}') break;
      group += readToken(match);
    }
    return group;
  }

  function readArgument(): string {
    while (tokens[at]?.[0].trim() === '') at++;
    const match = tokens[at++];
    return match?.[3] === '{' ? readGroup() : readToken(match);
  }

  function readToken(match: RegExpMatchArray | undefined): string {
    const [whole = '', command, escaped, brace, character] = match ?? [];
    if (command !== undefined) return readCommand(command);
    if (escaped !== undefined) return /[,;:! ]/.test(escaped) ? ' ' : escaped;
    if (brace === '{') return readGroup();
    if (character === '~') return ' ';
    return whole.trim() === '' ? '' : (character ?? '');
  }

  function readCommand(command: string): string {
    if (/^[dt]?frac$/.test(command)) return `${wrap(readArgument())}/${wrap(readArgument())}`;
    if (command === 'sqrt') return `√${wrap(readArgument())}`;
    const accent = accents[command];
    if (accent !== undefined) {
      const [first = '', ...rest] = readArgument();
      return first + accent + rest.join('');
    }
    if (styles.test(command)) return '';
    const sign = characters[command];
    return sign ?? ` ${command} `;
  }
}

/** Nodes that end a line. */
const blocks = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell', 'code', 'math']);

/** A text tree as one line: formulas in readable form, white space folded. */
export function toReadable(nodes: readonly Nodes[]): string {
  return nodes.map(readNode).join('').replace(/\s+/g, ' ').trim();
}

function readNode(node: Nodes): string {
  if (node.type === 'inlineMath' || node.type === 'math') return readFormula(node.value);
  if ('value' in node) return blocks.has(node.type) ? `${node.value} ` : node.value;
  if (node.type === 'break') return ' ';
  const text = 'children' in node ? node.children.map(readNode).join('') : '';
  return blocks.has(node.type) ? `${text} ` : text;
}

function wrap(text: string): string {
  return [...text].length > 1 && !/^[\p{L}\p{N}]+$/u.test(text) ? `(${text})` : text;
}
