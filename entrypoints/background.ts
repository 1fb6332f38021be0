import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import siteList from '#generated/sites.json';
import { claimAnchor } from '../components/library/families.ts';
import { setLanguage, strings } from '../components/ui/strings.ts';
import { loadEvidence } from '../lib/claims/evidence.ts';
import type { CardBody } from '../lib/claims/types.ts';
import type { FeedState } from '../lib/feed/types.ts';
import { languageFor } from '../lib/language.ts';
import { answerMessages, type Request, type Sender } from '../lib/messages.ts';
import { takeSelection, watchSelectionMenu } from '../lib/selection/selection.ts';
import { isNamed, originOfPattern, patternOf } from '../lib/settings/pattern.ts';
import { loadSettings, onSettings, saveSettings } from '../lib/settings/settings.ts';
import type { Settings } from '../lib/settings/types.ts';
import type { Site } from '../lib/sites/site.ts';
import { UPDATE_SOURCE } from '../lib/updates/source.ts';
import { startUpdates } from '../lib/updates/updater.ts';
import { startsBySelf } from './shared/served.ts';

const ADDED_SCRIPT = 'added-origins';
const CONTENT_SCRIPT = '/content-scripts/feed.js';
const ADDED_FRAMES = 'added-frames';
const ENGINE = '/engine.js';
const EMBEDS = (siteList as unknown as Site[]).flatMap(({ embed }) => (embed?.status === 'experimental' ? embed.matches : []));
const BADGE_COLOUR = '#1F6F8B';
const STATES: readonly FeedState[] = ['waiting', 'reading', 'off', 'blind', 'stopped'];

/** Keeps the toolbar, answers for the cards, and starts the reader on servers the person added. Holds no state of its own. */
export default defineBackground(() => {
  answerMessages(answer);
  browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR }).catch(() => undefined);
  const register = (): void => {
    loadSettings().then(
      ({ settings }) => registerAdded(settings),
      () => undefined,
    );
  };
  watchSelectionMenu();
  browser.runtime.onInstalled.addListener(register);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }).catch(() => undefined);
  });
  browser.runtime.onStartup.addListener(register);
  browser.permissions.onAdded.addListener(({ origins = [] }) => void keepGranted(origins).then(register, register));
  browser.permissions.onRemoved.addListener(register);
  onSettings(register);
  if (UPDATE_SOURCE) startUpdates(UPDATE_SOURCE);
});

/** Messages of any other shape, or from anyone but ourselves, get no answer. */
function answer(message: unknown, sender: Sender): Promise<CardBody | string | undefined> | undefined {
  if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return undefined;
  const { type, claim, cards, state } = message as Record<string, unknown>;
  if (type === 'library:open' && typeof claim === 'string') return openLibrary(claim);
  if (type === 'evidence:claim' && typeof claim === 'string') return cardBody(claim);
  if (type === 'check:take' && isOwnPage(sender)) return Promise.resolve(takeSelection());
  const tab = sender.tab?.id;
  if (type === 'engine:load' && tab !== undefined) return setEngine(tab, sender);
  if (type === 'toolbar:count' && tab !== undefined && isCount(cards) && isState(state))
    return showCount(tab, cards, state).then(() => undefined);
  return undefined;
}

/** A page of ours, not a content script in somebody else's. */
function isOwnPage({ url = '' }: Sender): boolean {
  return url.startsWith(browser.runtime.getURL(''));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 100_000;
}

function isState(value: unknown): value is FeedState {
  return STATES.includes(value as FeedState);
}

/** Rejects for a claim the evidence does not hold; the card then says so. */
async function cardBody(id: string): Promise<CardBody> {
  const { settings } = await loadSettings();
  const language = languageFor(settings.language, navigator.language);
  const [evidence, charts] = await Promise.all([loadEvidence('claims', language), loadEvidence('series', language)]);
  const claim = evidence.claims.find((one) => one.id === id);
  if (!claim) throw new Error('no such claim');
  const sources = claim.sources.flatMap((source) => evidence.sources.filter((one) => one.id === source));
  const cited = claim.figures.map((figure) => figure.source).filter((source) => !claim.sources.includes(source));
  const series = charts.series.find((one) => one.id === claim.series);
  const more = new Set([...cited, ...(series?.sources ?? []), ...(series?.rows.map((row) => row.source) ?? [])]);
  const also = evidence.sources.filter((one) => more.has(one.id) && !claim.sources.includes(one.id));
  return { claim, sources: [...sources, ...also], ...(series && { series }) };
}

/** Opens the library at a claim it holds; for any other it rejects. */
async function openLibrary(id: string): Promise<undefined> {
  const { claim } = await cardBody(id);
  await browser.tabs.create({ url: browser.runtime.getURL(`/library.html#${claimAnchor(claim.id)}` as '/library.html') });
}

/** Sets the second script beside the reader that asks for it. Rejects when the browser refuses; the reader asks again. */
async function setEngine(tabId: number, { frameId = 0, documentId }: Sender): Promise<undefined> {
  const target = documentId ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [ENGINE], injectImmediately: true });
}

/** Number, icon and tooltip of one tab. A tab may be gone by now: that is no error. */
async function showCount(tabId: number, cards: number, state: FeedState): Promise<void> {
  const { settings } = await loadSettings();
  setLanguage(languageFor(settings.language, navigator.language));
  const folder = state === 'reading' || state === 'waiting' ? '/icon' : '/icon-off';
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: cards > 0 ? String(cards) : '' }),
    browser.action.setTitle({ tabId, title: `${strings.name}: ${strings.toolbar[state](cards)}` }),
    browser.action.setIcon({ tabId, path: { 16: `${folder}/16.png`, 32: `${folder}/32.png` } }),
  ]);
}

/** Reads pages of the added servers that are open already; where the reader answers, it runs. */
async function startInOpenTabs(matches: string[]): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: matches })) {
    if (id === undefined || (await isRead(id))) continue;
    await browser.scripting.executeScript({ target: { tabId: id }, files: [CONTENT_SCRIPT] }).catch(() => undefined);
  }
}

function isRead(tab: number): Promise<boolean> {
  return browser.tabs.sendMessage(tab, { type: 'page:status' } satisfies Request<'page:status'>).then(Boolean, () => false);
}

/**
 * Remembers the servers the browser has just allowed. The page that asked cannot be relied on for it: a browser may close the popup to
 * show its question. What we come with is no server the person added, nor is a permission for more than one host.
 */
async function keepGranted(patterns: readonly string[]): Promise<void> {
  const origins = patterns.flatMap((pattern) => originOfPattern(pattern) ?? []);
  const { settings } = await loadSettings();
  const known = (origin: string) =>
    isNamed(origin, startsBySelf()) || origin === UPDATE_SOURCE?.origin || settings.originsAdded.includes(origin);
  const fresh = origins.filter((origin) => !known(origin));
  if (fresh.length > 0) await saveSettings({ originsAdded: [...settings.originsAdded, ...fresh] });
}

/** Registrations follow one another: the browser refuses two of the same name. */
let registering: Promise<void> = Promise.resolve();

/** Starts the reader on the added servers for which the permission still stands, and on no other. */
function registerAdded(settings: Settings): Promise<void> {
  registering = registering.then(() => replaceRegistration(settings.originsAdded)).catch(() => undefined);
  return registering;
}

async function replaceRegistration(origins: readonly string[]): Promise<void> {
  const patterns = origins.map(patternOf);
  const granted = await Promise.all(patterns.map((pattern) => browser.permissions.contains({ origins: [pattern] }).catch(() => false)));
  const allowed = patterns.filter((_, index) => granted[index]);
  const frames = allowed.flatMap(embedsOn);
  const matches = allowed.filter((pattern) => embedsOn(pattern).length === 0);
  const ids = [ADDED_SCRIPT, ADDED_FRAMES];
  const standing = await browser.scripting.getRegisteredContentScripts({ ids });
  if (standing.length > 0) await browser.scripting.unregisterContentScripts({ ids: standing.map(({ id }) => id) });
  const reader = { js: [CONTENT_SCRIPT], runAt: 'document_idle' as const };
  if (frames.length > 0)
    await browser.scripting.registerContentScripts([{ ...reader, id: ADDED_FRAMES, matches: frames, allFrames: true }]);
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([{ ...reader, id: ADDED_SCRIPT, matches }]);
  await startInOpenTabs(matches);
}

/** Addresses of embedded posts on an added host: there nothing but these is read, and that in the frames of other pages. */
function embedsOn(pattern: string): string[] {
  return EMBEDS.filter((match) => match.startsWith(pattern.slice(0, -1)));
}
