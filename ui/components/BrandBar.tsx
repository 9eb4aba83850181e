/** The head of a screen: Latchkey's mark, then what this screen offers at its right. */
import type { ComponentChildren } from 'preact';
import styles from './BrandBar.module.css';

export function BrandBar({ children }: { children?: ComponentChildren }) {
  return (
    <header class={styles.bar}>
      <img src="/icon.svg" width="22" height="22" alt="" />
      <span class={styles.name}>Latchkey</span>
      <div class={styles.actions}>{children}</div>
    </header>
  );
}
