import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './imports.ts';

interface Step {
  uses?: string;
  run?: string;
}

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { 'timeout-minutes'?: number; strategy?: { matrix: { system: string[] } }; steps: Step[] }>;
}

const FOLDER = '.github/workflows';
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const texts = new Map(globSync('*.yml', { cwd: join(ROOT, FOLDER) }).map((name) => [name, read(`${FOLDER}/${name}`)]));
const workflows = [...texts].map(([file, text]) => ({ file, ...(parse(text) as Workflow) }));
const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));

describe('the public workflows', () => {
  it('run the tests on Linux, Windows and macOS', () => {
    const test = workflows.find(({ file }) => file === 'test.yml');
    expect(test?.jobs.test.strategy?.matrix.system.map((system) => system.split('-')[0]).sort()).toEqual(['macos', 'ubuntu', 'windows']);
  });

  it('use actions as they were at one commit, and say which version that is', () => {
    const used = [...texts.values()].flatMap((text) => text.match(/^.*uses: .*$/gm) ?? []);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((line) => !/uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('may read the project and nothing else, and end', () => {
    for (const { file, permissions, jobs } of workflows) {
      expect(permissions, file).toEqual({ contents: 'read' });
      for (const job of Object.values(jobs)) expect(job['timeout-minutes'], file).toBeGreaterThan(0);
    }
  });

  it('run commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const run = steps.flatMap(({ run: line }) => (line ? [line] : []));
    const known = ['npm test', ...Object.keys(scripts).map((name) => `npm run ${name}`)];
    expect(run.length).toBeGreaterThan(3);
    expect(run.filter((line) => !known.includes(line))).toEqual([]);
  });

  it('keep what a failed test leaves', () => {
    expect(texts.get('test.yml')).toMatch(/if: failure\(\)\n\s+uses: actions\/upload-artifact@[\s\S]*path: test-results\//);
  });
});
