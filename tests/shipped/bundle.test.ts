import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { filesOf, STORES } from './builds.ts';

/** Whatever can reach a network, or run a text as a program. Looked for in the parsed code of the packages, not in their letters. */
const REACHING = new Set([
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'sendBeacon',
  'RTCPeerConnection',
  'importScripts',
  'Worker',
  'SharedWorker',
  'eval',
  'connectNative',
  'sendNativeMessage',
]);
const MARKUP = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment', 'write', 'writeln']);

interface Node {
  type: string;
  [field: string]: unknown;
}

/** Uses of what must not be used, in words. */
function uses(name: string, code: string): string[] {
  const { program, errors } = parseSync(name, code);
  if (errors.length > 0) throw new Error(`${name}: ${errors[0].message}`);
  const found: string[] = [];
  visit(program as unknown as Node, (node) => found.push(...useIn(node).map((what) => `${name}: ${what}`)));
  return found;
}

function useIn(node: Node): string[] {
  const own = nameOf(node);
  if (own && REACHING.has(own)) return [own];
  if (node.type === 'NewExpression' || node.type === 'CallExpression') return callOf(node.callee as Node);
  if (node.type === 'ImportExpression' || node.type.startsWith('Import') || node.type.startsWith('Export'))
    return importOf(node.source as Node);
  if (node.type === 'AssignmentExpression' && MARKUP.has(propertyOf(node.left as Node) ?? ''))
    return [`markup by ${propertyOf(node.left as Node)}`];
  return [];
}

/** `new Function(…)`, and methods that make markup of a text. */
function callOf(callee: Node): string[] {
  if (callee.type === 'Identifier' && callee.name === 'Function') return ['Function'];
  const method = propertyOf(callee);
  return method && MARKUP.has(method) ? [`markup by ${method}`] : [];
}

/** Only files of the package may be imported. */
function importOf(source: Node | null | undefined): string[] {
  if (!source) return [];
  const address = textOf(source);
  return address && /^\.{0,2}\/(?!\/)/.test(address) ? [] : [`import of ${address ?? 'an unknown place'}`];
}

function textOf(node: Node): string | undefined {
  if (typeof node.value === 'string') return node.value;
  const { expressions, quasis } = node as unknown as { expressions?: unknown[]; quasis?: { value: { cooked: string } }[] };
  return node.type === 'TemplateLiteral' && expressions?.length === 0 ? quasis?.[0].value.cooked : undefined;
}

/** A name that is looked up: on its own, or on anything. Names of fields in objects are not looked up. */
function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? (node.name as string) : undefined;
}

function propertyOf(node: Node): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const property = node.property as Node;
  return property.type === 'Identifier' ? (property.name as string) : textOf(property);
}

function visit(node: Node, seen: (node: Node) => void): void {
  seen(node);
  for (const [field, value] of Object.entries(node)) {
    if (field === 'properties' && node.type === 'ObjectExpression') {
      for (const one of value as Node[]) visit(one.type === 'Property' && !one.computed ? (one.value as Node) : one, seen);
      continue;
    }
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, seen);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

describe.each(STORES)('the package for %s', (store) => {
  it('has no code that could ask a network, run a text, or make markup of one', () => {
    const scripts = filesOf(store, '**/*.js');
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.flatMap(({ name, code }) => uses(name, code))).toEqual([]);
  });

  it('has scripts in ASCII, which browsers keep in half the memory', () => {
    for (const { name, code } of filesOf(store, '**/*.js')) expect(/[^\0-\x7f]/.exec(code), name).toBeNull();
  });

  it('has nothing of the updater, as long as there is no server for it', () => {
    for (const { name, code } of filesOf(store, '**/*.js')) expect(code, name).not.toMatch(/updates:applied|If-None-Match|subtle/);
  });

  it('has no style sheet that loads anything', () => {
    for (const { name, code } of filesOf(store, '**/*.css')) {
      expect(code, name).not.toMatch(/@import/);
      expect(
        [...code.matchAll(/url\(\s*["']?([^"')]+)/g)].filter(([, address]) => !address.startsWith('data:')),
        name,
      ).toEqual([]);
    }
  });
});

describe('the search', () => {
  it.each([
    ['fetch("https://a.example")', 'fetch'],
    ['globalThis.fetch(x)', 'fetch'],
    ['const { fetch: f } = window; f(x)', 'fetch'],
    ['new XMLHttpRequest()', 'XMLHttpRequest'],
    ['navigator.sendBeacon(x)', 'sendBeacon'],
    ['new WebSocket(x)', 'WebSocket'],
    ['import("https://a.example/x.js")', 'import of https://a.example/x.js'],
    ['import(x)', 'import of an unknown place'],
    ['import "//a.example/x.js"', 'import of //a.example/x.js'],
    ['new Function("return 1")', 'Function'],
    ['eval(x)', 'eval'],
    ['a.innerHTML = x', 'markup by innerHTML'],
    ['a["innerHTML"] = x', 'markup by innerHTML'],
    ['document.write(x)', 'markup by write'],
  ])('finds %s', (code, what) => expect(uses('a.js', code)).toContain(`a.js: ${what}`));

  it('leaves words and reading alone', () => {
    expect(
      uses('a.js', 'const words = { fetch: 1, off: "nothing is fetched, eval or not" }; if (a.innerHTML === "") import("./chunks/b.js")'),
    ).toEqual([]);
  });
});
