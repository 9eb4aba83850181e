/** The head of a card about an app: its name, and the site as the address bar shows it. */
import type { ComponentChildren } from 'preact';
import styles from './Card.module.css';

interface Props {
  appName: string;
  host: string;
  children?: ComponentChildren;
}

export function CardHead({ appName, host, children }: Props) {
  return (
    <header class={styles.head}>
      <span class={styles.mark} aria-hidden="true">
        {[...appName][0]}
      </span>
      <div class={styles.title}>
        <h1>{appName}</h1>
        <p class={styles.host}>{host}</p>
        {children}
      </div>
    </header>
  );
}
