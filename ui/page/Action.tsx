/** A button of the panel. One that leads to values is guarded: it names its action only once a press would count. */
import type { ComponentChildren } from 'preact';

interface Props {
  /** What a press does, as a stable name for tests and the demo. */
  name: string;
  children: ComponentChildren;
  primary?: boolean;
  /** Given for buttons that lead to values: whether a press counts already; see `guard.ts`. */
  ready?: boolean;
  disabled?: boolean;
  onPress(): void;
}

export function Action({ name, children, primary, ready, disabled, onPress }: Props) {
  const isGuarded = ready !== undefined;
  return (
    <button
      type="button"
      class={primary ? 'action primary' : 'action'}
      data-action={ready === false ? undefined : name}
      data-guarded={isGuarded ? '' : undefined}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
