const MAX_DESCRIPTION = 4000;
const SHORTEST = 8;
const LABEL = /^\S{0,12}$/;
/** Closing quotation mark → the mark that opens. */
const MARKS: Record<string, string> = { "'": "'", '"': '"', '”': '“', '’': '‘', '»': '«', '“': '„', '」': '「' };

/**
 * Sites describe pictures by machine, in the reader's language: "May be an image of text that says '…'". The words in the
 * picture are what stands between the quotation marks at the end. Without such marks a person's description is taken whole, a
 * machine's (`byMachine`) not at all: its "Photo by …" would count as the author's words. One short word ("Image") is a site's label.
 */
export function describedWords(alt: string, byMachine = false): string {
  const text = alt.slice(0, MAX_DESCRIPTION).trim().replace(/\.$/, '').trimEnd();
  const opening = MARKS[text.at(-1) ?? ''];
  const whole = byMachine || LABEL.test(text) ? '' : alt;
  if (!opening) return whole;
  for (let start = text.indexOf(opening, 1); start > 0; start = text.indexOf(opening, start + 1)) {
    const before = text[start - 1];
    if (before.trim() !== '' && before !== ':') continue;
    const words = text.slice(start + 1, -1);
    return words.length >= SHORTEST ? words : whole;
  }
  return whole;
}
