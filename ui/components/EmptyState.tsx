/** Says that a list is empty, and offers the one thing to do about it. */
import type { ComponentChildren } from 'preact';
import styles from './EmptyState.module.css';
import { Icon, type IconName } from './Icon';

interface Props {
  icon: IconName;
  title: string;
  text: string;
  children?: ComponentChildren;
}

export function EmptyState({ icon, title, text, children }: Props) {
  return (
    <div class={styles.empty}>
      <span class={styles.disc}>
        <Icon name={icon} size={20} />
      </span>
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  );
}
