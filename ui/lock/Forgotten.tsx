/** Says why nobody can recover a forgotten passphrase, and what to do instead. */

import type { VaultStatus } from '@/messaging/protocol';
import { i18n } from '../i18n';
import styles from './Begin.module.css';
import { ResetForm } from './ResetForm';

interface Props {
  /** The address asks for it: another window of Latchkey has sent the user here. */
  isOpen: boolean;
  onReset: (state: VaultStatus['state']) => void;
}

export function Forgotten({ isOpen, onReset }: Props) {
  return (
    <details class={styles.begin} open={isOpen} data-section="forgotten">
      <summary data-action="forgot-passphrase">{i18n.t('forgotten.title')}</summary>
      <div class={styles.text}>
        <p>{i18n.t('forgotten.why')}</p>
        <ol>
          <li>{i18n.t('forgotten.look')}</li>
          <li>{i18n.t('forgotten.import')}</li>
          <li>{i18n.t('forgotten.anew')}</li>
        </ol>
        <ResetForm onReset={onReset} />
      </div>
    </details>
  );
}
