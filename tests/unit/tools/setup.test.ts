import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../structure/imports.ts';

let project: string;

/** A project of the setup and what it reads, without packages; npm is a program that would empty node_modules. */
beforeEach(async () => {
  project = await realpath(await mkdtemp(join(tmpdir(), 'setup-')));
  await mkdir(join(project, 'scripts/tools'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', 'scripts/setup.mjs', 'scripts/tools/browsers.mjs'])
    await cp(join(ROOT, file), join(project, file));
  await mkdir(join(project, 'elsewhere/some-package'), { recursive: true });
  await writeFile(
    join(project, 'npm-cli.js'),
    `import { rmSync, readdirSync, mkdirSync } from 'node:fs';
     mkdirSync('node_modules', { recursive: true });
     for (const name of readdirSync('node_modules')) rmSync('node_modules/' + name, { recursive: true });
     console.log('npm ran');`,
  );
});

afterEach(() => rm(project, { recursive: true, force: true }));

function setUp(): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['scripts/setup.mjs', '--packages'],
      { cwd: project, env: { ...process.env, npm_execpath: join(project, 'npm-cli.js') } },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}

describe('setup', () => {
  it('refuses a node_modules that is a link, says what to do, and leaves alone where the link leads', async () => {
    await symlink(join(project, 'elsewhere'), join(project, 'node_modules'), 'junction');
    const { code, said } = await setUp();
    expect(said).toMatch(/^setup: node_modules is a link to another folder.*Remove the link .* and run the command again\.$/m);
    expect(said).not.toContain('npm ran');
    expect(code).toBe(1);
    expect(await readdir(join(project, 'elsewhere'))).toEqual(['some-package']);
  });

  it('refuses a link that leads nowhere, too', async () => {
    await symlink(join(project, 'gone'), join(project, 'node_modules'), 'junction');
    expect((await setUp()).said).toContain('setup: node_modules is a link');
  });

  it('installs into a folder of its own', async () => {
    await mkdir(join(project, 'node_modules'));
    const { code, said } = await setUp();
    expect(said).toContain('npm ran');
    expect(code).toBe(0);
  });
});
