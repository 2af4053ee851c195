/** SARIF 2.1.0, which code hosts and editors read. */
import { rules, type RuleId } from '../../../src/contract/rules.ts';
import type { Format } from './index.ts';

export const printSarif: Format = (findings) => {
  const ids = Object.keys(rules) as RuleId[];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'scholium',
            rules: ids.map((id) => ({ id, shortDescription: { text: rules[id].summary } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(
          ({ file, line, column, endLine, endColumn, ruleId, severity, message, expected, hint }) => ({
            ruleId,
            ruleIndex: ids.indexOf(ruleId),
            level: severity,
            message: {
              text: [`${message}${expected ? `, expected ${expected}` : ''}.`, hint]
                .filter(Boolean)
                .join(' '),
            },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(file) },
                  region: { startLine: line, startColumn: column, endLine, endColumn },
                },
              },
            ],
          }),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};
