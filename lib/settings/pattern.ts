/** The match pattern of an origin, as permissions and content scripts name it; patterns have no port. */
export function patternOf(origin: string): string {
  return `${origin.replace(/:\d+$/, '')}/*`;
}
