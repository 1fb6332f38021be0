import { Component, type ComponentChildren } from 'preact';

interface Props {
  children: ComponentChildren;
  /** Shown when drawing the children threw. */
  fallback: ComponentChildren;
}

/** Keeps a fault in one view from reaching anything around it. */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
