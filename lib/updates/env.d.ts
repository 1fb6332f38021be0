interface ImportMetaEnv {
  /** Set by `wxt.config.ts`; see `source.ts`. */
  readonly UPDATE_SOURCE?: import('./types.ts').UpdateSource | null;
}
