import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT } from '../tools/run.ts';

/** Bytes, gzip: the matcher built by itself, and the compiled rules and words it reads. */
export async function engineSizes(): Promise<{ engine: number; pack: number }> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: join(ROOT, 'lib/matching/index.ts'), formats: ['es'] } },
  });
  const code = [built].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const engine = code.map((part) => ('code' in part ? part.code : '')).join('');
  return { engine: gzipSync(engine).length, pack: gzipSync(readFileSync(join(ROOT, 'generated/match-pack.json'))).length };
}
