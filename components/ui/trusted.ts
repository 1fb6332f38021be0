/** Lets a handler run only for what a person did: a script in the page can fake events, but not trusted ones. */
export function trusted<E extends Event>(handler: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) handler(event);
  };
}
