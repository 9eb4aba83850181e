/** The last way on, folded away: a reset. */

import type { VaultStatus } from '@/messaging/protocol';
import { i18n } from '../i18n';
import styles from './Begin.module.css';
import { ResetForm } from './ResetForm';

export function BeginAnew({ onReset }: { onReset: (state: VaultStatus['state']) => void }) {
  return (
    <details class={styles.begin} data-section="begin-anew">
      <summary data-action="begin-anew">{i18n.t('reset.title')}</summary>
      <div class={styles.text}>
        <p>{i18n.t('forgotten.import')}</p>
        <ResetForm onReset={onReset} />
      </div>
    </details>
  );
}
