/** What stands where the lists would be while the vault is locked. */
import type { ComponentChildren } from 'preact';
import type { VaultStatus } from '@/messaging/protocol';
import { Icon } from '../components/Icon';
import { i18n } from '../i18n';
import styles from './LockedPane.module.css';
import { UnlockForm } from './UnlockForm';

interface Props {
  title: string;
  text: string;
  onUnlocked: (state: VaultStatus['state']) => void;
  /** Help for whoever has forgotten the passphrase. */
  children: ComponentChildren;
}

export function LockedPane({ title, text, onUnlocked, children }: Props) {
  return (
    <section class={styles.pane}>
      <span class={styles.disc}>
        <Icon name="lock" size={22} />
      </span>
      <h1>{title}</h1>
      <p class={styles.text}>{text}</p>
      <UnlockForm onUnlocked={onUnlocked} />
      <p class={styles.note}>{i18n.t('unlock.never')}</p>
      {children}
    </section>
  );
}
