import { GLYPH, STROKES } from './glyph.ts';

/** The project's glyph in the colour of the text around it. */
export function Mark({ size = '1.15em' }: { size?: string }) {
  return (
    <svg class="mark" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <g {...STROKES}>
        {GLYPH.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
    </svg>
  );
}
