/** The selectors of a list, without taking apart what stands in brackets. */
export function alternatives(list: string): string[] {
  let depth = 0;
  const ends = [...list].map((sign) => {
    if ('(['.includes(sign)) depth++;
    if (')]'.includes(sign)) depth--;
    return sign === ',' && depth === 0 ? '\n' : sign;
  });
  return ends
    .join('')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
}
