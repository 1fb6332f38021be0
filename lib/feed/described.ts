const MAX_DESCRIPTION = 4000;
const SHORTEST = 8;
/** Closing quotation mark → the mark that opens. */
const MARKS: Record<string, string> = { "'": "'", '"': '"', '”': '“', '’': '‘', '»': '«', '“': '„', '」': '「' };

/**
 * Sites describe pictures by machine, in the reader's language: "May be an image of text that says '…'". The words in the
 * picture are what stands between the quotation marks at the end; without such marks the description is taken whole.
 */
export function describedWords(alt: string): string {
  const text = alt.slice(0, MAX_DESCRIPTION).trim().replace(/\.$/, '').trimEnd();
  const opening = MARKS[text.at(-1) ?? ''];
  if (!opening) return alt;
  for (let start = text.indexOf(opening, 1); start > 0; start = text.indexOf(opening, start + 1)) {
    const before = text[start - 1];
    if (before.trim() !== '' && before !== ':') continue;
    const words = text.slice(start + 1, -1);
    return words.length >= SHORTEST ? words : alt;
  }
  return alt;
}
