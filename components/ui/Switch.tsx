interface Props {
  /** What is switched, for people who do not see it. */
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** An on/off switch. */
export function Switch({ label, on, onChange }: Props) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} aria-label={label} title={label} onClick={() => onChange(!on)}>
      <span class="switch-knob" />
    </button>
  );
}
