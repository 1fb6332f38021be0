/**
 * `npm run -s sizes`: how large what we ship is, gzip, with `--json` in bytes. Measures what stands in `.output` and `generated`.
 */
import { parseArgs } from 'node:util';
import { engineSizes } from './engine-sizes.ts';
import { contentScriptSize } from './page-table.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const sizes = { contentScript: contentScriptSize(), ...(await engineSizes()) };
if (Number.isNaN(sizes.contentScript)) {
  console.error('sizes: there is no built extension yet; run `npm run build` first.');
  process.exitCode = 1;
} else if (values.json) console.log(JSON.stringify(sizes));
else for (const [name, bytes] of Object.entries(sizes)) console.log(`${name.padEnd(16)} ${(bytes / 1000).toFixed(1).padStart(7)} kB gzip`);
