/** A button that looks its rank: one primary per screen, everything else quieter. */
import type { ComponentChildren } from 'preact';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon';
import { takeFocus } from './take-focus';

interface Props {
  children: ComponentChildren;
  /** What it does, as a stable name for tests and the demo. */
  action?: string;
  rank?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** Icon alone; the children become its name and tooltip. */
  iconOnly?: boolean;
  /** Its name for assistive technology, where the words alone do not say which one; begins with them. */
  label?: string;
  type?: 'button' | 'submit';
  wide?: boolean;
  /** At work: keeps its focus and size, takes no second press. */
  busy?: boolean;
  /** Takes the focus when the screen opens and nothing else has it. */
  autofocus?: boolean;
  onPress?: (event: MouseEvent) => void;
}

export function Button(props: Props) {
  const { children, action, rank = 'plain', icon, iconOnly, type = 'button', wide, busy, autofocus, onPress } = props;
  const classes = [styles.button, styles[rank], iconOnly && styles.iconOnly, wide && styles.wide];
  return (
    <button
      type={type}
      ref={autofocus ? takeFocus : null}
      class={classes.filter(Boolean).join(' ')}
      data-action={action}
      aria-disabled={busy ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={props.label}
      title={iconOnly && typeof children === 'string' ? children : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      <span class={iconOnly ? styles.hidden : styles.words}>{children}</span>
    </button>
  );
}
