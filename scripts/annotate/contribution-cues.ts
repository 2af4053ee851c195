/** What titles and abstracts say about the kind of contribution. General scientific English; the model weighs each row. */

import type { contributions } from '../../src/contract/schema.ts';

/** The kinds of contribution that a paper may have. */
export type Contribution = (typeof contributions)[number];

export type ContributionCue = { name: string; where: 'title' | 'abstract'; pattern: RegExp; why: string };

const own = String.raw`\b(?:we|this (?:paper|work|article|study|survey|review|thesis|tutorial|report)|(?:in|here)[^,.]{0,30}, we)\b[^.]{0,40}?`;

export const contributionCues: readonly ContributionCue[] = [
  {
    name: 'title: survey',
    where: 'title',
    pattern:
      /\b(?:survey|review|overview|tutorial|introduction|primer|roadmap|blueprint|perspectives?|state[- ]of[- ]the[- ]art|challenges|taxonomy|landscape|advances|progress)\b/gi,
    why: 'surveys say so in the title',
  },
  {
    name: 'title: data',
    where: 'title',
    pattern:
      /\b(?:benchmark\w*|datasets?|environments?|suite|gym|challenge|corpus|arena|testbed|simulator|platform|playground)\b/gi,
    why: 'so do benchmarks and datasets',
  },
  {
    name: 'title: software',
    where: 'title',
    pattern:
      /\b(?:librar(?:y|ies)|toolkit|software|system|framework|open|package|toolbox|infrastructure|engine|scalable|distributed|efficient)\b/gi,
    why: 'and systems',
  },
  {
    name: 'title: study',
    where: 'title',
    pattern:
      /\b(?:stud(?:y|ies)|evaluat\w+|empirical\w*|analysis|investigat\w+|explor\w+|comparing|comparison|understanding|insights?|lessons|limits?|scaling laws?|rethinking|revisiting|what matters|secrets|matter|role|effects?|impact|difference\w*|how|when|why|what|do|does|can|should|is|are)\b/gi,
    why: 'questions and words of inquiry head empirical studies, and some theory',
  },
  { name: 'title: question', where: 'title', pattern: /\?/g, why: 'a question is answered by a study' },
  {
    name: 'title: theory',
    where: 'title',
    pattern:
      /\b(?:provabl\w+|bounds?|optimal\w*|theor\w+|convergence|complexity|guarantees?|minimax|near-optimal|statistical\w*|finite[- ](?:time|sample)|expressiv\w+|universal\w*|generali[sz]ation|characteri[sz]\w+|foundations?|limits?|approximation|languages?|dynamics)\b/gi,
    why: 'theory names what it proves',
  },
  {
    name: 'title: gerund',
    where: 'title',
    pattern:
      /\b(?:learning|training|improving|enhancing|aligning|towards?|via|with|using|through|by|for)\b/gi,
    why: 'methods say what they do and by what means',
  },
  {
    name: 'survey: says so',
    where: 'abstract',
    pattern:
      /\b(?:this (?:survey|review|overview|tutorial|chapter|monograph)|(?:comprehensive|systematic|short|brief|extensive|thorough|compact) (?:\w+ )?(?:survey|review|overview|introduction)|literature|we (?:survey|review|categori[sz]e|classify|outline|summari[sz]e)|taxonomy|future (?:research )?directions|open challenges|recent advances|state of the art)\b/gi,
    why: 'a survey speaks of itself and of the literature',
  },
  {
    name: 'survey: reviews',
    where: 'abstract',
    pattern:
      /\b(?:review(?:s|ed|ing)?|survey(?:s|ed)?|overview|summari[sz]\w+|discuss\w*|coverage|perspective)\b/gi,
    why: 'verbs of reviewing',
  },
  {
    name: 'data: introduced',
    where: 'abstract',
    pattern: new RegExp(
      String.raw`${own}(?:introduc|present|propos|releas|creat|develop|build|construct|provid)\w*[^.]{0,60}\b(?:benchmark|data ?set|environment|testbed|suite|corpus|challenge|simulator|tasks)\b|\b(?:new|novel|first) (?:\w+ ){0,2}(?:benchmark|data ?set|testbed)\b`,
      'gi',
    ),
    why: 'the object of the announcement is data',
  },
  {
    name: 'data: spoken of',
    where: 'abstract',
    pattern: /\b(?:benchmarks?|data ?sets?|environments?|annotat\w+|tasks)\b/gi,
    why: 'a data paper speaks of data throughout',
  },
  {
    name: 'data: measures',
    where: 'abstract',
    pattern:
      /\b(?:our|the proposed|this) (?:\w+ )?(?:benchmark|data ?set|environment|suite)\b|\bbaselines?\b[^.]{0,40}\b(?:provided|released|results)\b|\bresearch community\b|\bfuture research\b/gi,
    why: 'it owns its benchmark and serves the community',
  },
  {
    name: 'system: introduced',
    where: 'abstract',
    pattern: new RegExp(
      String.raw`${own}(?:introduc|present|propos|releas|develop|build|describ|provid|open-sourc)\w*[^.]{0,60}\b(?:librar\w+|toolkit|software|system|platform|infrastructure|pipeline|package|codebase|implementation|model famil\w+|models?|recipe|workflow|engine)\b`,
      'gi',
    ),
    why: 'the object of the announcement is software or a released model',
  },
  {
    name: 'system: engineering',
    where: 'abstract',
    pattern:
      /\b(?:open[- ]?sourc\w+|GPUs?|throughput|latency|scalab\w+|deploy\w*|distributed|hardware|implementation|modular|API|checkpoints|recipes?|fully open|reproduc\w+|practitioners?|infrastructure)\b/gi,
    why: 'engineering shows in its terms',
  },
  {
    name: 'study: investigates',
    where: 'abstract',
    pattern: new RegExp(
      String.raw`${own}(?:investigat|study|studi|examin|analy[sz]|explor|compar|evaluat|assess|benchmark|scrutini[sz]|revisit|systematically|ask|conduct|test)\w*`,
      'gi',
    ),
    why: 'the verb is of inquiry, not of making',
  },
  {
    name: 'study: finds',
    where: 'abstract',
    pattern:
      /\b(?:we (?:\w+ )?(?:find|found|observe|discover|uncover|identify|reveal)|(?:our|key|these|the) (?:findings|observations|investigation|analysis|study)|findings|surprisingly|interestingly|empirical (?:study|analysis|evaluation|investigation)|insights|comprehensive (?:experiments|evaluation|analysis|study)|controlled|correlat\w+|trends?|phenomen\w+)\b/gi,
    why: 'a study reports findings',
  },
  {
    name: 'study: factors',
    where: 'abstract',
    pattern:
      /\b(?:factors?|impact of|effects? of|influence of|role of|the extent|whether|how well|trade-?offs?|ablat\w+|different (?:\w+ )?(?:methods|models|settings|algorithms)|variants|across (?:different|various|multiple))\b/gi,
    why: 'it varies what may matter',
  },
  {
    name: 'theory: proves',
    where: 'abstract',
    pattern:
      /\b(?:prove[sdn]?|proofs?|theorems?|lemma|provabl[ey]|we (?:\w+ )?(?:characteri[sz]e|derive|establish|show)[^.]{0,60}\b(?:bounds?|guarantees?|rates?|convergence|complexity|optimality|necessary|sufficient)|(?:first|new|novel|rigorous) (?:\w+ )?(?:theor\w+|proof|bound|result))\b/gi,
    why: 'theory proves',
  },
  {
    name: 'theory: bounds',
    where: 'abstract',
    pattern:
      /\b(?:bounds?|(?:sample|computational|query|time|statistical)[- ]complexity|minimax|sublinear|polynomial\w*|logarithmic|asymptotic\w*|convergence rates?|optimal(?:ity)? (?:rate|up to|gap)|near-optimal|tight|lower[- ]bound\w*|NP-hard|error|assumptions?)\b/gi,
    why: 'what theory bounds, and on which assumptions',
  },
  {
    name: 'theory: formula',
    where: 'abstract',
    pattern:
      /\b[O](?:mega|\()|mathcal|\btilde\b|\\tilde|\bsqrt|\\sqrt|\bvarepsilon|\\varepsilon|\bepsilon|\\epsilon|\$[^$]*\^[^$]*\$|\^\{?-?\d|\|[A-Z]\|/g,
    why: 'rates are formulas',
  },
  {
    name: 'theory: theory',
    where: 'abstract',
    pattern:
      /\b(?:theor(?:y|etical\w*)|formal(?:ly)?|mathematical\w*|analytic\w*|fundamental|understanding|statistical\w*|guarantees?|expressiv\w+|languages|class(?:es)? of|functions|Lyapunov|Markov)\b/gi,
    why: 'theory says so',
  },
  {
    name: 'method: proposes',
    where: 'abstract',
    pattern: new RegExp(
      String.raw`${own}(?:propos|introduc|present|develop|design|devis)\w*[^.]{0,60}\b(?:methods?|algorithms?|approach\w*|frameworks?|techniques?|schemes?|strateg\w+|architectures?|objective|loss|paradigm|mechanism)\b`,
      'gi',
    ),
    why: 'the object of the announcement is a method',
  },
  {
    name: 'method: proposes anything',
    where: 'abstract',
    pattern: new RegExp(String.raw`${own}(?:propos|introduc)\w*`, 'gi'),
    why: 'an announcement at all',
  },
  {
    name: 'method: ours',
    where: 'abstract',
    pattern:
      /\b(?:our|the proposed|this) (?:\w+ ){0,2}(?:method|algorithm|approach|framework|technique|model)\b/gi,
    why: 'a method is spoken of as owned',
  },
  {
    name: 'method: wins',
    where: 'abstract',
    pattern:
      /\b(?:outperform\w*|surpass\w*|state-of-the-art|improv(?:es|ing|ements?)|superior\w*|significantly|baselines?|effectiveness|existing methods|prior methods)\b/gi,
    why: 'a method is compared with others',
  },
  {
    name: 'method: novel',
    where: 'abstract',
    pattern: /\b(?:novel|new|simple|efficient)\b/gi,
    why: 'a method is new',
  },
  {
    name: 'position: argues',
    where: 'abstract',
    pattern: /\b(?:we (?:argue|advocate|posit|contend|call for|believe)|position paper|this position)\b/gi,
    why: 'a position argues',
  },
];
