import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkForUpdate } from '../../lib/updates/check.ts';
import { readManifest } from '../../lib/updates/manifest.ts';
import { type Rotation, readEnvelope } from '../../lib/updates/signature.ts';
import { type KeyPair, type StopList, UpdateRefused } from '../../lib/updates/types.ts';
import { compilePacks } from '../claims/compile.ts';
import { readDataFile } from '../claims/data-file.ts';
import { DataError } from '../claims/problems.ts';
import { ROOT } from '../tools/root.ts';
import { readKey, writeNewKey } from './keys.ts';
import { memoryStore } from './memory-store.ts';
import { makeRotation, makeUpdate } from './publish.ts';
import { updateServer } from './server.ts';

const USAGE = `npm run updates -- COMMAND
  keygen FILE                    make a key: the private half into FILE, the public half is printed
  sign FOLDER --key FILE         write a signed update of the data as it stands into FOLDER
       [--days 45] [--nth 0]       days until it expires; which update of the day it is
       [--needs 0.1.0]             first version of the extension that understands it
       [--rotations FILE]          changes of keys made by \`rotate\`
  rotate DAILY RESERVE --key FILE --rotations FILE
                                 add a change to these two public keys, signed by the old reserve key
  verify FOLDER [--keys DAILY,RESERVE]
                                 do what the extension would do with a folder; the keys are those of server.yaml if not given
  simulate                       bytes and requests at ten million users (scripts/updates/simulate.ts)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    key: { type: 'string' },
    keys: { type: 'string' },
    days: { type: 'string', default: '45' },
    nth: { type: 'string', default: '0' },
    needs: { type: 'string', default: '0.1.0' },
    rotations: { type: 'string' },
  },
});

/** Exit code: 0 when all is well, 1 when something is wrong with data or files, 2 when the command is not known. */
async function run([command, first, second]: string[]): Promise<number> {
  if (command === 'keygen' && first) return keygen(first);
  if (command === 'sign' && first && values.key) return signInto(first, values.key);
  if (command === 'rotate' && first && second && values.key && values.rotations)
    return rotate([first, second], values.key, values.rotations);
  if (command === 'verify' && first) return verifyFolder(first);
  if (command === 'simulate') return (await import('./simulate.ts')).simulate();
  console.error(USAGE);
  return 2;
}

async function keygen(file: string): Promise<number> {
  console.log(await writeNewKey(file));
  return 0;
}

async function signInto(folder: string, keyFile: string): Promise<number> {
  const { evidence, headlines } = compilePacks();
  const files = await makeUpdate({
    evidence,
    headlines,
    stop: readStop(),
    key: await readKey(keyFile),
    rotations: readRotations(values.rotations),
    now: Date.now(),
    nth: Number(values.nth),
    days: Number(values.days),
    needs: values.needs,
  });
  mkdirSync(folder, { recursive: true });
  // The list comes last: whoever reads it finds every file it names.
  for (const [name, bytes] of files) if (name !== 'manifest.json') writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'manifest.json'), files.get('manifest.json') ?? '');
  console.log(`${files.size} files in ${folder}; ${summary(folder)}`);
  return 0;
}

async function rotate(keys: KeyPair, keyFile: string, file: string): Promise<number> {
  const all = [...readRotations(file), await makeRotation(keys, await readKey(keyFile))];
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  console.log(`${all.length} changes of keys in ${file}`);
  return 0;
}

async function verifyFolder(folder: string): Promise<number> {
  const keys = (values.keys?.split(',') ?? updateServer()?.keys) as KeyPair | undefined;
  if (keys?.length !== 2) {
    console.error('There are no keys to verify with: name the two public keys with --keys DAILY,RESERVE.');
    return 2;
  }
  const outcome = await checkForUpdate({
    source: { origin: '', keys },
    download: async (file, most) => readBounded(join(folder, file), most),
    store: memoryStore(),
    language: 'en',
    extension: (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
    packaged: '2000-01-01',
    now: Date.now,
  });
  console.log(outcome === 'fresh' ? `would be taken: ${summary(folder)}` : `would be refused: ${outcome}`);
  return outcome === 'fresh' ? 0 : 1;
}

async function readBounded(file: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!existsSync(file)) throw new UpdateRefused('server', `${file} is not there`);
  const bytes = new Uint8Array(readFileSync(file));
  if (bytes.length > most) throw new UpdateRefused('oversize', file);
  return bytes;
}

function summary(folder: string): string {
  const { payload } = readEnvelope(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const { version, expires, stop } = readManifest(payload);
  return `number ${version}, valid until ${expires}, ${stop.claims.length} claims and ${stop.sites.length} sites stopped`;
}

function readRotations(file: string | undefined): Rotation[] {
  return file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Rotation[]) : [];
}

/** What is switched off, without the reasons, which are for readers of the file. */
function readStop(): StopList {
  const file = readDataFile<StopList>(join(ROOT, 'claims-data/updates/stop.yaml'), 'claims-data/schema/update-stop.schema.json');
  if (file.problems.length > 0) throw new DataError(file.problems);
  const bare = (entries: StopList['claims']) => entries.map(({ id, before }) => ({ id, ...(before && { before }) }));
  return { claims: bare(file.value.claims), sites: bare(file.value.sites) };
}

run(positionals).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
