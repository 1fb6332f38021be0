import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT } from '../tools/root.ts';

/** Bytes, gzip: the matcher and the gate, each built by itself, and the packs they read. */
export async function engineSizes(): Promise<Record<'engine' | 'pack' | 'gate' | 'gatePack', number>> {
  return {
    engine: await builtSize('lib/matching/index.ts'),
    pack: packSize('match-pack'),
    gate: await builtSize('lib/matching/gate.ts'),
    gatePack: packSize('gate-pack'),
  };
}

async function builtSize(entry: string): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: join(ROOT, entry), formats: ['es'] } },
  });
  const code = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  return gzipSync(code.map((part) => ('code' in part ? part.code : '')).join('')).length;
}

function packSize(name: string): number {
  return gzipSync(readFileSync(join(ROOT, `generated/${name}.json`))).length;
}
