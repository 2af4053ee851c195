/** Papers that the program filed and was not sure about, until somebody settles where they belong. */
import type { Report } from '../../src/contract/findings.ts';
import type { Content } from '../content.ts';

/**
 * Above it the program is right as often as two readers agree; below, a third of the papers belong elsewhere
 * (docs/annotation.md, Figures).
 */
const leastConfidence = 0.5;

export function checkConfidence({ pages, records }: Content, report: Report): void {
  for (const { slug, path, data, yaml } of pages) {
    const { filing, confirmed = [], edited = [] } = records.get(slug) ?? {};
    if (!filing || filing.confidence >= leastConfidence) continue;
    const isDecided = (['chapter', 'section'] as const).every(
      (field) => confirmed.includes(field) || edited.includes(field) || data[field] !== filing[field],
    );
    if (isDecided || data.chapter !== filing.chapter) continue;
    const candidates = [filing, filing.next].flatMap((place) =>
      place ? [`"${place.chapter}", "${place.section}"`] : [],
    );
    report.add('filing-confident', path, yaml.placeOf(['chapter']), {
      message: `Unexpected doubt where the paper belongs: the program is ${Math.round(100 * filing.confidence)} % sure`,
      expected: `a person who read the abstract and chose between ${candidates.join(' and ')}`,
      hint: `Correct chapter and section on the page, or say that they are right: scholium confirm ${slug} --fields chapter,section`,
    });
  }
}
