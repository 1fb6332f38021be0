/** The project's one glyph, an open case folder with ledger lines, drawn with strokes on a field of 24 by 24. */
export const GLYPH = [
  'M20 9V8.4C20 7.6 19.4 7 18.6 7H12L9.9 4.9C9.6 4.6 9.3 4.5 8.9 4.5H4.9C4.1 4.5 3.5 5.1 3.5 5.9V18',
  'M3.6 18.3 6 10.9C6.2 10.3 6.7 10 7.3 10H20.6C21.5 10 22.1 10.8 21.9 11.7L20.3 18C20.1 18.8 19.4 19.5 18.5 19.5H4.5C3.8 19.5 3.4 18.9 3.6 18.3Z',
  'M9.4 14.8H17.2',
];
export const STROKES = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.9',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;
