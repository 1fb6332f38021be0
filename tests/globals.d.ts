/** The extension API inside `evaluate()` bodies, which run in a service worker or page of the built extension. */
declare const chrome: typeof import('webextension-polyfill');
