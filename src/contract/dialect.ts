/**
 * The dialect of pages and chapters: Markdown with formulas and the components of one table. Nothing in it is ever
 * evaluated; what MDX would run is a finding.
 */
import type { Heading, Nodes, Root } from 'mdast';
import { CONTINUE, EXIT, visitParents } from 'unist-util-visit-parents';
import type { Position } from 'unist';
import { checkComponent, isComponent } from './components.ts';
import type { Complaint, Fix, Report } from './findings.ts';
import { findUnsafeAddress } from './links.ts';
import { setFormula } from './math.ts';
import { deepestTree, reportNesting } from './nesting.ts';
import { toPoint } from './places.ts';

/** Nodes that text may be made of. An image would be a request to somewhere else, so it is not among them. */
export const dialectNodes = new Set<Nodes['type']>([
  'root', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'code', 'break', 'link', 'linkReference',
  'definition', 'heading', 'list', 'listItem', 'blockquote', 'thematicBreak', 'table', 'tableRow', 'tableCell',
  'footnoteReference', 'footnoteDefinition', 'inlineMath', 'math', 'mdxJsxFlowElement', 'mdxJsxTextElement',
]); // prettier-ignore

/** Checks a tree whose positions are those of `file`: nodes, components, links and formulas. */
export function checkDialect(tree: Root, source: string, file: string, report: Report): void {
  let previousHeading = 1;
  visitParents(tree, (node, ancestors) => {
    if (ancestors.length > deepestTree) {
      reportNesting(file, node.position, report);
      return EXIT;
    }
    if (!dialectNodes.has(node.type)) {
      report.add('page-is-data', file, node.position, describeForbidden(node, source));
      return CONTINUE;
    }
    if (node.type === 'heading') previousHeading = checkHeading(node, previousHeading, file, report);
    if (isComponent(node)) checkComponent(node, file, report);
    else if (node.type === 'link' || node.type === 'definition')
      checkAddress(node.url, node.position, file, report);
    else if (node.type === 'inlineMath' || node.type === 'math') checkFormula(node, source, file, report);
    else if (ancestors.length === 1 && (node.type === 'paragraph' || node.type === 'table'))
      checkProgram(node, source, file, report);
    return CONTINUE;
  });
}

/** The title of the page is its first heading; the others go down one level at a time. */
function checkHeading({ depth, position }: Heading, previous: number, file: string, report: Report): number {
  if (depth < 2 || depth > previous + 1) {
    report.add('heading-levels', file, position, {
      message: `Unexpected heading of level ${depth}`,
      expected: previous === 1 ? 'level 2' : `level 2 to ${previous + 1}`,
      hint: `Start the line with ${'#'.repeat(Math.max(2, Math.min(depth, previous + 1)))}.`,
    });
  }
  return depth;
}

function checkAddress(address: string, place: Position | undefined, file: string, report: Report): void {
  const reason = findUnsafeAddress(address);
  if (!reason) return;
  report.add('link-safe', file, place, {
    message: `Unexpected address: ${reason}`,
    expected: 'an address that starts with https://, http:// or mailto:, or with # within the page',
    hint: 'Correct the address, or write it as text.',
  });
}

function checkFormula(
  node: Extract<Nodes, { type: 'inlineMath' | 'math' }>,
  source: string,
  file: string,
  report: Report,
): void {
  const { error } = setFormula(node.value, node.type === 'math');
  if (!error) return;
  report.add('math-renders', file, placeInNode(node, source, error.start, error.end), {
    message: `Unexpected formula: ${error.reason}`,
    expected: 'a formula that KaTeX can set',
    hint: 'Correct the TeX; a dollar sign that is meant as text is written "\\$".',
  });
}

/** Where the part `start` to `end` of a literal node's value stands, when the source spells the value as it is. */
function placeInNode(
  node: Nodes & { value: string },
  source: string,
  start: number,
  end: number,
): Position | undefined {
  const place = node.position;
  if (place?.start.offset === undefined || place.end.offset === undefined) return place;
  const inside = source.slice(place.start.offset, place.end.offset).indexOf(node.value);
  if (inside === -1) return place;
  const first = place.start.offset + inside;
  return { start: toPoint(source, first + start), end: toPoint(source, first + end) };
}

/** MDX takes a line that starts with one of the words and a space for a program; the other signs are those of one. */
const programLine = /^(?:import|export)(?=[\s"'`*{(]|$)/;

function checkProgram(node: Nodes, source: string, file: string, report: Report): void {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return;
  const lines = source.slice(start.offset, end.offset).split('\n');
  let offset = start.offset - 1;
  for (const [index, line] of lines.entries()) {
    offset = index === 0 ? start.offset : source.indexOf('\n', offset) + 1;
    if (!programLine.test(line) || (index === 0 && start.column !== 1)) continue;
    const place = { line: start.line + index, column: 1 };
    report.add(
      'page-is-data',
      file,
      { start: place, end: { line: place.line, column: line.length + 1 } },
      {
        message: `Unexpected "${line.slice(0, 6)}" at the start of a line`,
        expected: 'text: a page is data and runs nothing',
        hint: `If it is meant as text, write "&#${line.codePointAt(0)};${line.slice(1, 6)}".`,
        fix: replaceFirst(offset, `&#${line.codePointAt(0)};`),
      },
    );
  }
}

function describeForbidden(node: Nodes, source: string): Complaint {
  const expected = 'text, formulas and the components of the dialect';
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const offset = node.position?.start.offset ?? 0;
      const hint = 'If the brace is meant as text, write "\\{".';
      const message = 'Unexpected expression between braces';
      return source[offset] === '{'
        ? { message, expected, hint, fix: replaceFirst(offset, '\\{') }
        : { message, expected, hint };
    }
    case 'image':
    case 'imageReference':
      return { message: 'Unexpected image', expected, hint: 'Describe it in words, or link to it.' };
    default:
      return { message: `Unexpected ${node.type}`, expected, hint: 'Remove it.' };
  }
}

function replaceFirst(offset: number, text: string): Fix {
  return { start: offset, end: offset + 1, text };
}
