import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findWebKit } from '../../scripts/tools/browsers.mjs';

/** How long a program may take to start, in ms. */
const PATIENCE = 20_000;
/** A control has to have stood there this long, in ms, before it can be pressed (`lib/feed/presses.ts`). */
const SEEN = 700;
const SCREEN = '1100x1600x24';

/** Undefined where there is none: its tests are then shown as skipped. */
export const webkit = findWebKit();

/**
 * WebKitGTK on a screen of its own, led by the commands of the WebDriver standard. All that its pages ask for comes to one place, which
 * answers with a page of ours or with nothing.
 */
export class WebKit {
  /** What was asked for and is no page of ours. */
  readonly refused: string[] = [];
  readonly #programs: ChildProcess[] = [];
  readonly #server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://unknown.invalid');
    const body = this.#pages(url);
    if (body === undefined && url.pathname !== '/favicon.ico') this.refused.push(url.href);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': typeOf(url) }).end(body);
  });
  #pages: (url: URL) => string | Buffer | undefined = () => undefined;
  #driver = '';
  #session = '';

  /** @param pages what stands at an address; undefined for nothing. */
  async start(pages: (url: URL) => string | Buffer | undefined): Promise<void> {
    if (!webkit) throw new Error('There is no WebKit; `node scripts/setup.mjs --webkit` brings it on Debian.');
    this.#pages = pages;
    this.#server.on('connect', ({ url }, socket) => {
      this.refused.push(url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const screen = this.#run(webkit.screen, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp']);
    const [number] = await once(screen.stdio[3] as NodeJS.ReadableStream, 'data');
    const port = await freePort();
    this.#driver = `http://127.0.0.1:${port}`;
    // Without the sandbox and a graphics card, as in containers.
    this.#run(webkit.driver, [`--port=${port}`], {
      DISPLAY: `:${String(number).trim()}`,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    });
    await this.#ready();
    const { port: proxy } = this.#server.address() as AddressInfo;
    const capabilities = {
      proxy: { proxyType: 'manual', httpProxy: `127.0.0.1:${proxy}`, sslProxy: `127.0.0.1:${proxy}` },
      'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] },
    };
    const { sessionId } = await this.#call<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    this.#session = `/session/${sessionId}`;
    await this.#call('POST', `${this.#session}/window/rect`, { x: 0, y: 0, width: 1100, height: 1600 });
  }

  async stop(): Promise<void> {
    if (this.#session) await this.#call('DELETE', this.#session).catch(() => undefined);
    for (const program of this.#programs.reverse()) program.kill();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async open(url: string): Promise<void> {
    await this.#call('POST', `${this.#session}/url`, { url });
  }

  /** Runs a function in the page. What it is given and returns has to be JSON. */
  evaluate<Given extends unknown[], Made>(body: (...given: Given) => Made, ...args: Given): Promise<Awaited<Made>> {
    return this.#call('POST', `${this.#session}/execute/sync`, { script: `return (${body})(...arguments)`, args });
  }

  /** Does what follows in a frame of the page, by its place in it; without one, in the page again. */
  async enter(frame: number | null): Promise<void> {
    await this.#call('POST', `${this.#session}/frame`, { id: frame });
  }

  /** Clicks a place of the view, as a person does who sees it before they press. In CSS pixels. */
  async click(x: number, y: number): Promise<void> {
    const there = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' };
    await this.#act('pointer', [there, { type: 'pause', duration: SEEN }]);
    await this.#act('pointer', [there, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
  }

  /** @param key a letter, or the standard's character for another key. */
  press(key: string): Promise<void> {
    return this.#act('key', [
      { type: 'keyDown', value: key },
      { type: 'keyUp', value: key },
    ]);
  }

  /** A picture of the view. */
  async shot(): Promise<Buffer> {
    return Buffer.from(await this.#call<string>('GET', `${this.#session}/screenshot`), 'base64');
  }

  #act(type: 'pointer' | 'key', actions: object[]): Promise<void> {
    return this.#call('POST', `${this.#session}/actions`, { actions: [{ type, id: type, actions }] });
  }

  #run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const started = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } });
    this.#programs.push(started);
    return started;
  }

  async #ready(): Promise<void> {
    for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await new Promise((later) => setTimeout(later, 50))) {
      const status = await this.#call<{ ready: boolean }>('GET', '/status').catch(() => undefined);
      if (status?.ready) return;
    }
    throw new Error(`${webkit?.driver} did not start`);
  }

  async #call<Answer = void>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer> {
    const response = await fetch(this.#driver + path, { method, body: body && JSON.stringify(body) });
    const { value } = (await response.json()) as { value: Answer & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
    return value;
  }
}

function typeOf({ pathname }: URL): string {
  if (pathname.endsWith('.js')) return 'text/javascript';
  if (pathname.endsWith('.css')) return 'text/css';
  return pathname.endsWith('.svg') ? 'image/svg+xml' : 'text/html; charset=utf-8';
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
