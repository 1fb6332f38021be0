import { spawn, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './root.ts';

/** Programs of the installed packages, run without a shell. */
export const PROGRAMS = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  wxt: 'node_modules/wxt/bin/wxt.mjs',
};

export interface Finished {
  code: number;
  /** The last lines of all it wrote, colours removed. */
  tail: string[];
}

const TAIL = 30;

/** Runs a script with this Node, shows what it writes while it runs, and keeps the end of it. */
export async function runNode(script: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...path(), ...colour(), ...env },
  });
  let text = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.on('data', (chunk: Buffer) => {
      to.write(chunk);
      text = (text + chunk.toString()).slice(-20_000);
    });
  }
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  return { code, tail: stripVTControlCharacters(text).trimEnd().split('\n').slice(-TAIL) };
}

/** Builds the extension, or ends this process. What the build says goes to stderr: stdout belongs to the command. */
export function buildOrEnd(): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, PROGRAMS.wxt), 'build'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}

/** Programs started further down find the same Node as this one. */
function path(): NodeJS.ProcessEnv {
  return { PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter) };
}

function colour(): NodeJS.ProcessEnv {
  return process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
}

/** Whether a window could be seen. */
export function hasDisplay(): boolean {
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
