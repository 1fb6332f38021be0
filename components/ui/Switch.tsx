interface Props {
  /** What is switched, for people who do not see it. */
  label: string;
  on: boolean;
  /** Somebody else decided. */
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

/** An on/off switch. */
export function Switch({ label, on, disabled = false, onChange }: Props) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="switch-knob" />
    </button>
  );
}
