/** What stands in for a browser, for tests to look into. */
export interface StandIn {
  /** All that was kept. */
  kept: Record<string, unknown>;
  /** Addresses of pages that were opened. */
  opened: string[];
  errors: string[];
  /** Closed roots by their elements. */
  roots: Map<Element, ShadowRoot>;
}

/** Where the pages of the package stand. */
export const OWN = 'http://stand-in.invalid';

type Listener = (message: unknown, sender: object, answer: (value: unknown) => void) => unknown;

/**
 * As much of a browser's extension interfaces as one page needs, for an engine into which no tool can load an extension: storage,
 * messages, scripts set into the page. Background and content scripts then run in the page itself, side by side. Runs in the page: it
 * can use nothing outside itself.
 * @param files texts of the package's files by their names.
 * @param scripts names of those that are to run.
 */
export function standInFor(own: string, files: Record<string, string>, scripts: string[]): void {
  const listeners: Listener[] = [];
  const changed: ((changes: object, area: string) => void)[] = [];
  const standIn: StandIn = { kept: {}, opened: [], errors: [], roots: new Map() };
  const { kept } = standIn;
  const copy = <Value>(value: Value): Value => (value === undefined ? value : JSON.parse(JSON.stringify(value)));
  // biome-ignore lint/security/noGlobalEval: so scripts come into a page in which no extension can set them.
  const run = (name: string) => globalThis.eval(files[name.replace(/^\//, '')]);
  const event = <One>(all: One[]) => ({
    addListener: (one: One) => void all.push(one),
    removeListener: (one: One) => void all.splice(all.indexOf(one), 1),
    hasListener: (one: One) => all.includes(one),
  });
  const nothing = () => Promise.resolve();
  const sender = { id: 'stand-in', url: `${own}/`, tab: { id: 1 }, frameId: 0 };
  const local = {
    get: async (names: null | string | string[] | object) => {
      const wanted = typeof names === 'string' ? [names] : Array.isArray(names) ? names : Object.keys(names ?? kept);
      return copy(Object.fromEntries(wanted.filter((name) => name in kept).map((name) => [name, kept[name]])));
    },
    set: async (values: object) => {
      const changes = Object.entries(values).map(([name, newValue]) => [name, { oldValue: kept[name], newValue }]);
      Object.assign(kept, copy(values));
      for (const listener of [...changed]) listener(copy(Object.fromEntries(changes)), 'local');
    },
    remove: async (names: string | string[]) => {
      for (const name of [names].flat()) delete kept[name];
    },
  };
  const send = async (message: unknown): Promise<unknown> => {
    for (const listener of listeners) {
      const answer = await new Promise((answered) => {
        const result = listener(copy(message), sender, answered);
        if (result !== true) answered(result);
      });
      if (answer !== undefined) return copy(answer);
    }
  };
  const browser = {
    runtime: {
      id: sender.id,
      getURL: (path: string) => own + path,
      getManifest: () => JSON.parse(files['manifest.json']),
      openOptionsPage: async () => void standIn.opened.push(`${own}/options.html`),
      sendMessage: send,
      onMessage: event(listeners),
      onInstalled: event([]),
      onStartup: event([]),
    },
    storage: { local, onChanged: event(changed) },
    scripting: {
      executeScript: async ({ files: names }: { files: string[] }) => names.forEach(run),
      getRegisteredContentScripts: async () => [],
      unregisterContentScripts: nothing,
    },
    tabs: { create: async ({ url }: { url: string }) => void standIn.opened.push(url), query: async () => [] },
    permissions: { contains: async () => true, onAdded: event([]), onRemoved: event([]) },
    action: { setBadgeText: nothing, setTitle: nothing, setIcon: nothing, setBadgeBackgroundColor: nothing },
    contextMenus: { create: () => undefined, removeAll: nothing, onClicked: event([]) },
  };
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    standIn.roots.set(this, root);
    return root;
  };
  addEventListener('error', ({ message }) => void standIn.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => void standIn.errors.push(String(reason)));
  Object.assign(globalThis, { standIn, browser, chrome: browser });
  scripts.forEach(run);
}
