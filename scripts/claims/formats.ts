import { transform } from 'lightningcss';

/** By the name a schema gives it as `format`: what is wrong with a text, in words that say what to do; `undefined` if nothing is. */
export const FORMATS: Readonly<Record<string, (text: string) => string | undefined>> = {
  date: (text) => (isDay(text) ? undefined : 'is not a day of the calendar; write it as 2026-11-23'),
  regex: wrongPattern,
  selector: wrongSelector,
};

/** Whether a text such as `2026-02-28` is a day of the calendar. */
function isDay(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function wrongPattern(text: string): string | undefined {
  try {
    new RegExp(text);
    return undefined;
  } catch (error) {
    return `is no regular expression: ${(error as Error).message}`;
  }
}

/** Read as the selector of a rule of its own: nothing may be left over, and every name in it must be one that browsers know. */
function wrongSelector(text: string): string | undefined {
  let rules = 0;
  try {
    const { warnings } = transform({
      filename: 'selector',
      code: new TextEncoder().encode(`${text}{x:y}`),
      visitor: { Rule: () => void rules++ },
    });
    if (warnings.length > 0) return `is no CSS selector: ${warnings[0].message}`;
    return rules === 1 ? undefined : 'is no CSS selector: it has a brace outside of quotes';
  } catch (error) {
    return `is no CSS selector: ${(error as Error).message}`;
  }
}
