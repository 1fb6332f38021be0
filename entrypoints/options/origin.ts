/** The https origin somebody meant by `mastodon.example` or an address on it; nothing when it is no server's name. */
export function originOf(address: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(address.includes('://') ? address.trim() : `https://${address.trim()}`);
    return /^https?:$/.test(protocol) && hostname.includes('.') ? `https://${hostname}` : undefined;
  } catch {
    return undefined;
  }
}
