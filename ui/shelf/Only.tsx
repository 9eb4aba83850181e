/** Fields of one kind of profile: out of sight with the other one, but still in the form, so that nothing is lost. */
import type { ComponentChildren } from 'preact';
import styles from './ProfileEditor.module.css';

export function Only({ when, children }: { when: boolean; children: ComponentChildren }) {
  return (
    <div class={styles.only} hidden={!when}>
      {children}
    </div>
  );
}
