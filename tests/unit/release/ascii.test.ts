import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { toAscii } from '../../../scripts/release/ascii.ts';

test.each([
  ['in strings', "'Señal … 世 😀'"],
  ['in templates', '`é\nü`'],
  ['after a backslash of the text', "'a\\\\é'"],
  ['in regular expressions', "'x😀'.match(/[é😀]/u)[0] + /[à-ü]/.test('é')"],
  ['in names', '(() => { const größe = 3; return größe; })()'],
])('a program says the same in ASCII: signs %s', (_, code) => {
  const ascii = toAscii(code);
  expect(ascii).toMatch(/^[\0-\x7f]+$/);
  expect(ascii).not.toBe(code);
  expect(runInNewContext(ascii)).toEqual(runInNewContext(code));
});

test('a sign that is escaped already is refused, as two backslashes mean something else', () => {
  expect(() => toAscii("'\\é'")).toThrow('write "é" without its backslash');
});
