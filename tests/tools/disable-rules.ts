/**
 * Is each rule watched? Disables the rules one by one and looks for a test that turns red: `npm run test:rules`.
 * Rules named as arguments are tried alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rules } from '../../src/contract/rules.ts';

/** Where a rule may be watched, the quickest first; folders that do not exist are left out. */
const places: readonly (readonly string[])[] = [
  ['tests/check/rules.test.ts'],
  [
    'tests/contract',
    'tests/check',
    'tests/parse',
    'tests/pipeline/disk.test.ts',
    'tests/pipeline/filter.test.ts',
  ],
  ['tests/hostile/hostile.test.ts', 'tests/merge', 'tests/emit', 'tests/pipeline/edits.test.ts'],
  ['tests/issue', 'tests/check/publishing.test.ts'],
  ['tests/pdf', 'tests/epub'],
];

type TestResult = { fullName: string; status: string };

const work = mkdtempSync(path.join(tmpdir(), 'scholium-rules-'));
process.exitCode = watchRules(process.argv.slice(2)) ? 0 : 1;
rmSync(work, { recursive: true });

function watchRules(wanted: readonly string[]): boolean {
  const ids = Object.keys(rules).filter((id) => wanted.length === 0 || wanted.includes(id));
  const red = new Set(places.flatMap((place) => runTests(place, '')));
  for (const name of red) process.stdout.write(`red without any rule disabled: ${name}\n`);
  let watched = 0;
  for (const id of ids) {
    const name = findWatcher(id, red);
    if (name !== undefined) watched++;
    process.stdout.write(`${id}: ${name ?? 'NO TEST TURNS RED'}\n`);
  }
  process.stdout.write(`${watched} of ${ids.length} rules are watched.\n`);
  return watched === ids.length && red.size === 0;
}

function findWatcher(ruleId: string, red: ReadonlySet<string>): string | undefined {
  for (const place of places) {
    const [name] = runTests(place, ruleId).filter((test) => !red.has(test));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The names of the tests that are red while a rule is disabled. */
function runTests(place: readonly string[], ruleId: string): string[] {
  const files = place.filter((name) => existsSync(name));
  if (files.length === 0) return [];
  const report = path.join(work, 'report.json');
  const { stderr } = spawnSync(
    'vitest',
    [
      'run',
      '--config=tests/tools/disabled-rule.config.ts',
      '--reporter=json',
      `--outputFile=${report}`,
      ...files,
    ],
    { encoding: 'utf8', env: { ...process.env, SCHOLIUM_DISABLED_RULE: ruleId } },
  );
  if (!existsSync(report)) throw new Error(`vitest gave no report: ${stderr}`);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: TestResult[] }[];
  };
  rmSync(report);
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ fullName, status }) => (status === 'failed' ? [fullName] : [])),
  );
}
