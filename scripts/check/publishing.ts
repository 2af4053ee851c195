/** What holds of a survey that is published, and need not hold before. */
import type { ContentFiles } from '../../src/contract/content.ts';
import { makeReport, type Report } from '../../src/contract/findings.ts';
import { parseYaml } from '../../src/contract/yaml.ts';

const file = 'survey.yml';

/** Names that belong to nobody (RFC 2606, RFC 6761). */
const reserved = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/;

/** Canonical addresses, feeds and citations are made of these two; errors of the file itself are reported elsewhere. */
export function checkPublishing(files: ContentFiles, report: Report): void {
  const yaml = parseYaml({ file, source: files.get(file) ?? '' }, 'survey-valid', makeReport());
  for (const key of ['site', 'repository']) {
    const address = yaml?.document.get(key);
    if (typeof address !== 'string' || !URL.canParse(address)) continue;
    const { hostname } = new URL(address);
    if (!reserved.test(hostname)) continue;
    report.add('site-address-own', file, yaml?.placeOf([key]), {
      message: `Unexpected host "${hostname}", which stands for an example`,
      expected: `the real address of the ${key}`,
      hint: `Write where the ${key} is; docs/publishing.md says what else to set up.`,
    });
  }
}
