/** The components of the dialect: the dialect grows by a row in this table. */
import type { Nodes } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { closest } from './closest.ts';
import type { Report } from './findings.ts';

export type ComponentElement = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * One row a component. `props`: every property it may have, by what it names; `required`: lists of alternatives, one of
 * each must be there.
 */
export const components = {
  Note: {
    summary: 'A marginal remark on a passage of the abstract.',
    props: { on: 'passage' },
    required: [['on']],
  },
  Cite: {
    summary: 'A citation of papers of the survey, or of works in references.bib.',
    props: { paper: 'paper', papers: 'papers', work: 'work' },
    required: [['paper', 'papers', 'work']],
  },
  Term: {
    summary: 'A mention of a term of the glossary.',
    props: { id: 'term' },
    required: [['id']],
  },
} as const satisfies Record<
  string,
  {
    summary: string;
    props: Record<string, 'passage' | 'paper' | 'papers' | 'work' | 'term'>;
    required: readonly (readonly string[])[];
  }
>;
export type ComponentName = keyof typeof components;

/** Checks the name and the properties of one component; properties are literal strings. */
export function checkComponent(element: ComponentElement, file: string, report: Report): void {
  const known = Object.keys(components);
  if (element.name === null || !known.includes(element.name)) {
    const near = element.name ? closest(element.name, known) : undefined;
    report.add('component-known', file, element.position, {
      message: `Unexpected component <${element.name ?? ''}>`,
      expected: `one of ${known.map((name) => `<${name}>`).join(', ')}`,
      hint: near ? `Did you mean <${near}>?` : 'If "<" is meant as text, write "\\<".',
    });
    return;
  }
  const { props, required } = components[element.name as ComponentName];
  const names = Object.keys(props);
  const seen = new Set<string>();
  for (const attribute of element.attributes) {
    const place = attribute.position ?? element.position;
    if (
      attribute.type === 'mdxJsxExpressionAttribute' ||
      (attribute.value !== null && typeof attribute.value === 'object')
    ) {
      report.add('page-is-data', file, place, {
        message: `Unexpected expression in <${element.name}>`,
        expected: 'properties that are text between double quotes',
        hint: 'Write the value as text: name="value".',
      });
    } else if (!names.includes(attribute.name)) {
      const near = closest(attribute.name, names);
      report.add('component-known', file, place, {
        message: `Unexpected property "${attribute.name}" of <${element.name}>`,
        expected: `one of ${names.join(', ')}`,
        hint: near ? `Did you mean "${near}"?` : 'Remove it.',
      });
    } else if (seen.has(attribute.name)) {
      report.add('component-known', file, place, {
        message: `Unexpected second property "${attribute.name}" of <${element.name}>`,
        expected: 'every property once',
        hint: 'Remove one of the two.',
      });
    } else if (!attribute.value?.trim()) {
      report.add('component-known', file, place, {
        message: `Unexpected empty property "${attribute.name}" of <${element.name}>`,
        expected: 'text between double quotes',
        hint: `Write ${attribute.name}="…".`,
      });
    }
    if (attribute.type === 'mdxJsxAttribute') seen.add(attribute.name);
  }
  for (const alternatives of required) {
    const given = alternatives.filter((name) => findAttribute(element, name));
    if (given.length === 1) continue;
    report.add('component-known', file, element.position, {
      message:
        given.length === 0
          ? `Missing property of <${element.name}>`
          : `Unexpected properties of <${element.name}> together: ${given.join(', ')}`,
      expected:
        alternatives.length === 1
          ? `the property ${alternatives[0]}`
          : `exactly one of ${alternatives.join(', ')}`,
      hint: `Write <${element.name} ${alternatives[0]}="…">.`,
    });
  }
}

/** The text of a literal property of a component, or `undefined` where it is absent or not a literal. */
export function getProp(element: ComponentElement, name: string): string | undefined {
  const attribute = findAttribute(element, name);
  return typeof attribute?.value === 'string' ? attribute.value : undefined;
}

export function findAttribute(element: ComponentElement, name: string): MdxJsxAttribute | undefined {
  return element.attributes.find(
    (attribute): attribute is MdxJsxAttribute =>
      attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  );
}

export function isComponent(node: Nodes): node is ComponentElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}
