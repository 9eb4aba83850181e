/** When Latchkey locks, what a lock does, another passphrase, and a new beginning. */
import { i18n } from '../i18n';
import { BeginAnew } from '../lock/BeginAnew';
import { AutoLockChoice } from '../security/AutoLockChoice';
import { PassphraseChange } from '../security/PassphraseChange';
import styles from '../security/Security.module.css';
import type { OptionsState } from './options-state';

export function SecuritySection({ state }: { state: OptionsState }) {
  const { desk } = state;
  const keepsSecrets = desk.keepsSecrets.value;
  return (
    <section class={styles.security}>
      <h1>{i18n.t('options.security')}</h1>
      <div class={styles.part} data-section="auto-lock">
        <h2>{i18n.t('security.lockTitle')}</h2>
        <p class={styles.soft}>{keepsSecrets ? i18n.t('security.lockText') : i18n.t('security.openLockText')}</p>
        <AutoLockChoice desk={desk} />
      </div>
      {keepsSecrets && (
        <>
          <LockFacts />
          <div class={styles.part} data-section="passphrase">
            <h2>{i18n.t('security.changeTitle')}</h2>
            <p class={styles.soft}>{i18n.t('security.changeText')}</p>
            <PassphraseChange desk={desk} />
          </div>
        </>
      )}
      <div class={styles.part} data-section="reset">
        <h2>{i18n.t('reset.heading')}</h2>
        <BeginAnew onReset={(reset) => void state.entered(reset)} />
      </div>
    </section>
  );
}

function LockFacts() {
  return (
    <div class={styles.part} data-section="lock-facts">
      <h2>{i18n.t('security.factsTitle')}</h2>
      <ul>
        <li>{i18n.t('security.factKey')}</li>
        <li>{i18n.t('security.factPages')}</li>
        <li>{i18n.t('security.factTyped')}</li>
      </ul>
    </div>
  );
}
