const YEAR = /\b(?:19|20)\d{2}\b/g;

/** Years a post's matched words mention, for labels in the chart. */
export function yearsIn(texts: string[]): number[] {
  return texts.flatMap((text) => (text.match(YEAR) ?? []).map(Number));
}
