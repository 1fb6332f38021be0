import { UpdateRefused } from './types.ts';

/** The bytes of a file, or nothing when it is still the one with this tag. */
export type Download = (file: string, mostBytes: number, tag?: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/** Longest wait for one file, in ms; shorter than the time after which a browser ends an idle background. */
const PATIENCE = 20_000;

/**
 * Loads files of one server. This is the only place in the extension that asks a network for anything.
 * The server learns an address and a time, as any server does. It is sent no cookie, no referrer and nothing it could have
 * chosen itself: the tag is a hash of signed bytes, the same for everybody who has them.
 */
export function downloadFrom(origin: string, patience = PATIENCE): Download {
  return async (file, mostBytes, tag) => {
    const signal = AbortSignal.timeout(patience);
    try {
      const response = await fetch(`${origin}/${file}`, {
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        signal,
        ...(tag && { headers: { 'If-None-Match': `"${tag}"` } }),
      });
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400 && response.status !== 304))
        throw new UpdateRefused('redirect', file);
      if (tag && response.status === 304) return undefined;
      if (response.status !== 200) throw new UpdateRefused('server', `${file} gave ${response.status}`);
      return await readAll(response, mostBytes, file);
    } catch (error) {
      throw error instanceof UpdateRefused ? error : new UpdateRefused('offline', `${file}: ${String(error)}`);
    }
  };
}

/** Reads no further than allowed, whatever the server says about the length. */
async function readAll(response: Response, mostBytes: number, file: string): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) throw new UpdateRefused('damaged', `${file} is empty`);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > mostBytes) {
      void reader.cancel().catch(() => undefined);
      throw new UpdateRefused('oversize', `${file} has more than ${mostBytes} bytes`);
    }
    pieces.push(next.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
