import type { ComponentChildren } from 'preact';

interface Props {
  href: string;
  class?: string;
  title?: string;
  children: ComponentChildren;
}

const SAFE = /^(https?:|tel:|sms:|#|\/|library\.html|chrome-extension:|moz-extension:)/;

/** A link that opens in a new tab and tells the other site nothing about where it came from. */
export function Link({ href, class: name, title, children }: Props) {
  if (!SAFE.test(href)) return <span class={name}>{children}</span>;
  return (
    <a class={name} href={href} title={title} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      {children}
    </a>
  );
}
