import { browser } from 'wxt/browser';

/** Match patterns of the sites the reader starts on by itself. */
export function startsBySelf(): string[] {
  return browser.runtime.getManifest().content_scripts?.flatMap(({ matches = [] }) => matches) ?? [];
}
