/**
 * What the words of a sentence say about its job in an abstract. Turns of scientific English, nothing of any subject.
 *
 * The moves (background, problem, method, result) follow J. M. Swales, "Genre Analysis", 1990, ch. 7, and K. Hyland,
 * "Disciplinary Discourses", 2000, ch. 4; `resource` is what readers can take away. Weights are votes, tuned by hand; the
 * trained models (weights.json) use the same cues by their names and find their own weights.
 */

export const roles = ['background', 'problem', 'method', 'result', 'resource'] as const;
export type Role = (typeof roles)[number];

export type Cue = {
  name: string;
  pattern: RegExp;
  /** Votes for roles; absent where the cue only serves the trained models. */
  votes: Partial<Readonly<Record<Role, number>>>;
  why: string;
};

const us = String.raw`(?:we|this (?:paper|work|article|study|thesis|report|survey)|(?:in|here)[^,.]{0,40},? we|the authors?)`;
const adverbs = String.raw`(?:(?:also|then|further|next|first|moreover|thus|therefore|here|hence|instead|\w+ly) )*`;

export const sentenceCues: readonly Cue[] = [
  {
    name: 'established',
    pattern:
      /\b(?:has|have) (?:recently |also |long |largely |been )*(?:achieved|shown|demonstrated|made|emerged|become|attracted|gained|received|seen|been|proven|led|enabled|garnered)\b/i,
    votes: { background: 1.5 },
    why: 'the present perfect tells what others have done',
  },
  {
    name: 'importance',
    pattern:
      /\b(?:is|are|as) (?:an? |the |one of the |among the )?(?:\w+ly )?(?:important|essential|crucial|critical|fundamental|central|key|popular|common|widely|standard|ubiquitous|powerful|promising|effective|vital|dominant|prominent)\b/i,
    votes: { background: 1.2 },
    why: 'a field is introduced by its importance',
  },
  {
    name: 'habit',
    pattern:
      /\b(?:recent(?:ly)?|recent years|traditional(?:ly)?|conventional(?:ly)?|prior|previous(?:ly)?|existing|current(?:ly)?|typically|often|usually|most|commonly|increasingly)\b/i,
    votes: { background: 0.7, problem: 0.3 },
    why: 'what is usual is what the paper sets out from',
  },
  {
    name: 'contrast',
    pattern:
      /^(?:however|but|yet|unfortunately|nevertheless|nonetheless|despite|although|while|though|still|on the other hand)\b/i,
    votes: { problem: 2.2 },
    why: 'the gap is opened by a contrast',
  },
  {
    name: 'trouble',
    pattern:
      /\b(?:challeng\w+|difficult\w*|limit(?:s|ed|ations?|ing)?|suffer\w*|struggl\w+|fail(?:s|ed|ures?|ing)?|lack\w*|hinder\w*|hamper\w*|bottleneck\w*|costly|expensive|prohibitive\w*|impractical|infeasible|intractable|unclear|poor(?:ly)?|insufficient\w*|ignor\w+|neglect\w*|overlook\w*|under-?explored|unexplored|inefficien\w+|unstable|instabilit\w+|brittle|drawbacks?|shortcomings?|obstacles?|barriers?|problematic|hard|rare(?:ly)?|sensitive|vulnerab\w+|not well understood)\b/i,
    votes: { problem: 1.1 },
    why: 'words of difficulty name the problem',
  },
  {
    name: 'open',
    pattern:
      /\b(?:remain(?:s|ed|ing)?|little (?:is known|attention)|open (?:problem|question|challenge)s?|not (?:been|yet)|no (?:prior|existing|known)|it is (?:un\w+|not)|the (?:question|problem) (?:of|is|whether)|key (?:question|challenge|issue)|need(?:s|ed)? (?:to|for)|raises? the question)\b/i,
    votes: { problem: 1.2 },
    why: 'what is open or needed is the gap itself',
  },
  {
    name: 'question',
    pattern: /\?["'”’)]*$/,
    votes: { problem: 1.2 },
    why: 'a question asks for the answer that the paper gives',
  },
  {
    name: 'authors',
    pattern: /\b(?:we|our|ours|us)\b/i,
    votes: { background: -1.2, problem: -0.7 },
    why: 'where the authors speak of themselves, the setting is over',
  },
  {
    name: 'we-propose',
    pattern: new RegExp(
      String.raw`\b${us} ${adverbs}(?:propos|introduc|present|develop|design|devis|build|built|creat|construct|formulat|deriv|adapt|extend|generali[sz]|formali[sz]|describ|cast|fram)\w*\b`,
      'i',
    ),
    votes: { method: 2.4 },
    why: 'the authors name what they made',
  },
  {
    name: 'we-study',
    pattern: new RegExp(
      String.raw`\b${us} ${adverbs}(?:investigat|study|studi|explor|consider|analy[sz]|examin|address|tackl|revisit|focus|seek|aim|ask|look|take|review|survey|discuss|provid)\w*\b`,
      'i',
    ),
    votes: { method: 1.8 },
    why: 'the authors say what they did, before its outcome',
  },
  {
    name: 'we-use',
    pattern: new RegExp(
      String.raw`\b${us} ${adverbs}(?:leverag|us(?:e|es|ed|ing)|employ|appl|combin|train|adopt|incorporat|integrat|optimi[sz]|learn|model|perform|conduct|implement|instantiat|augment|replac|rely|treat|view|draw|exploit|decompos|collect)\w*\b`,
      'i',
    ),
    votes: { method: 1.5 },
    why: 'the authors say how they went about it',
  },
  {
    name: 'is-proposed',
    pattern:
      /\b(?:is|are) (?:then |also |further )?(?:proposed|introduced|presented|developed|designed|described)\b|\b(?:by|of) (?:proposing|introducing|presenting|developing|designing)\b/i,
    votes: { method: 1.8 },
    why: 'the same in the passive or as a gerund',
  },
  {
    name: 'purpose',
    pattern:
      /^(?:to (?:this end|address|tackle|overcome|solve|bridge|fill|mitigate|alleviate|achieve|remedy|do (?:this|so))|specifically|in particular|concretely|inspired by|motivated by|based on|building (?:on|upon)|our (?:key|main|core|central) (?:idea|insight)|the (?:key|main|core) idea|instead|rather than|unlike)\b/i,
    votes: { method: 1.3 },
    why: 'openings that lead from the problem to the answer, or into its details',
  },
  {
    name: 'our-work',
    pattern:
      /\b(?:our|the proposed|the resulting) (?:\w+[- ]){0,3}(?:method|approach|framework|algorithm|model|technique|system|architecture|formulation|strategy|scheme|pipeline|agent|objective|goal)s?\b/i,
    votes: { method: 0.7 },
    why: 'the subject is what the authors made',
  },
  {
    name: 'mechanism',
    pattern:
      /\b(?:consists? of|compris\w+|works by|by (?:\w+ly )?\w+ing\b|which (?:\w+ly )?\w+s\b|allow(?:s|ing)|enabl(?:es|ing)|first[,\s].*\b(?:then|second)\b|features? an?|requires? (?:no|only))/i,
    votes: { method: 0.5 },
    why: 'how the parts work together',
  },
  {
    name: 'experiments-show',
    pattern:
      /\b(?:experiment\w*|empirical\w*|evaluations?|results?|simulations?|ablations?|analys[ei]s|findings?|studies|study|tests|comparisons?|observations?)\b[^.]{0,120}\b(?:show\w*|demonstrat\w*|reveal\w*|indicat\w*|suggest\w*|confirm\w*|validat\w*|verif\w+|illustrat\w*|corroborat\w*|highlight\w*|prove\w*|outperform\w*|support\w*|underscor\w*|establish\w*)\b/i,
    votes: { result: 2.4 },
    why: 'the evidence speaks',
  },
  {
    name: 'we-show',
    pattern: new RegExp(
      String.raw`\b${us} ${adverbs}(?:show|demonstrat|find|found|observ|validat|verif|report|conclud|discover|reveal|confirm|illustrat|identif|establish|obtain|see\b|achiev|uncover|highlight|argu)\w*\b`,
      'i',
    ),
    votes: { result: 2.4 },
    why: 'the authors claim an outcome',
  },
  {
    name: 'we-prove',
    pattern:
      /\b(?:we|is|are|be|and|also|then|further|by) (?:also |then |further |formally |rigorously )*(?:prove[ds]?|proving|proven|characteri[sz]e|derive (?:a|an|the|new|tight|upper|lower)? ?\w* ?bounds?)\b/i,
    votes: { result: 1.6 },
    why: 'a proof is the outcome of theory',
  },
  {
    name: 'guarantee',
    pattern:
      /\b(?:bounds?|guarantee[sd]?|optimal (?:rate|up to)|(?:near-|minimax[- ]|asymptotically )optimal\w*|lower[- ]bound\w*|upper[- ]bound\w*|theorems?|provabl\w+|polynomial\w*|convergence|converges)\b/i,
    votes: { result: 0.6 },
    why: 'what theory arrives at',
  },
  {
    name: 'outperforms',
    pattern:
      /\b(?:outperform\w*|surpass\w*|exceed\w*|superior\w*|beats?|better than|improv(?:es|ed|ing|ements?)|state-of-the-art|sota|competitive|comparable|on par|significant(?:ly)?|substantial(?:ly)?|consistently|gains?|boosts?)\b/i,
    votes: { result: 1 },
    why: 'a comparison with others',
  },
  {
    name: 'achieves',
    pattern:
      /\b(?:achiev(?:es|ed|ing)|attain(?:s|ed|ing)|reach(?:es|ed|ing)|obtain(?:s|ed|ing)|yield(?:s|ed|ing)|reduc(?:es|ed|ing)|enhanc(?:es|ed|ing)|deliver(?:s|ed|ing)|exhibits?|enjoys?|recovers?|matches|succeed\w*)\b/i,
    votes: { result: 0.9 },
    why: 'an outcome reached',
  },
  {
    name: 'measured',
    pattern:
      /\d(?:[.,]\d+)?\s?(?:\\?%|percent\b|\\times|times\b|x\b|×|-fold)|\b(?:pass@|accuracy of|score of|success rate|win rate|speed-?up)/i,
    votes: { result: 1.3 },
    why: 'a number with its unit is a measurement',
  },
  {
    name: 'evaluated-on',
    pattern:
      /\b(?:evaluat\w+|experiment\w*|test(?:ed|ing|s)?|benchmark\w*|demonstrat\w+|appl(?:y|ied)|validat\w+|ablation\w*)\b[^.]{0,60}\b(?:on|across|in|with|using|over)\b/i,
    votes: { result: 0.9 },
    why: 'where the evidence comes from',
  },
  {
    name: 'implication',
    pattern:
      /\b(?:our|these|the|this) (?:findings?|results?|work|study|insights?|analysis)\b[^.]{0,60}\b(?:highlight\w*|suggest\w*|pav\w+|open\w*|provid\w+|offer\w*|contribut\w+|motivat\w+|shed\w*|emphasi[sz]\w+|underscor\w+|impl\w+|significan\w+|demonstrat\w*)\b|\bwe (?:hope|believe|expect|anticipate|envision)\b/i,
    votes: { result: 1.4 },
    why: 'what the outcome means',
  },
  {
    name: 'first',
    pattern:
      /\b(?:the first|first (?:to|time|known|provabl\w+|result)|to (?:the best of )?our knowledge|for the first time|previously (?:un\w+|im\w+))\b/i,
    votes: { result: 0.4 },
    why: 'a claim to be first is one of outcome as often as of method',
  },
  {
    name: 'available',
    pattern:
      /\b(?:codes?|code ?base|source|implementations?|models?|weights|checkpoints?|data(?:sets?)?|benchmarks?|toolbox|library|artifacts?|videos?|demos?|demonstrations?|material|documentation|visuali[sz]ations?)\b[^.]{0,80}\b(?:available|released?|open[- ]?sourced?|found (?:at|on|in|here)|publicly|is at|are at)\b/i,
    votes: { resource: 2.6 },
    why: 'what readers can take',
  },
  {
    name: 'we-release',
    pattern:
      /\b(?:we|and|to) (?:also |further |additionally |publicly |fully |are |will |plan to |eager to |make )*(?:releas\w+|open[- ]?sourc\w+|publish\w*|provide (?:the |our |an? )?(?:code|implementation|open))\b|\b(?:is|are|been|be) (?:fully |made |publicly )*open[- ]?sourced?\b|\bmake\b[^.]{0,60}\bavailable\b/i,
    votes: { resource: 2.4 },
    why: 'the authors give it away',
  },
  {
    name: 'address',
    pattern:
      /https?:\/\/|www\.|\b[\w-]+\.github\.io\b|\b(?:project|web) ?(?:page|site)\b|\bproject website\b/i,
    votes: { resource: 3 },
    why: 'an address leads to a resource',
  },
];

/** The cues that a sentence has, by name. */
export function findCues(sentence: string): Set<string> {
  return new Set(sentenceCues.filter(({ pattern }) => pattern.test(sentence)).map(({ name }) => name));
}
