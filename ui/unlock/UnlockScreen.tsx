/** The small window a page's press opens: asks for the passphrase, then gets out of the way. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { send } from '@/messaging/client';
import { BrandBar } from '../components/BrandBar';
import { EmptyState } from '../components/EmptyState';
import { LockedPane } from '../lock/LockedPane';
import styles from './UnlockScreen.module.css';

export function UnlockScreen() {
  const state = useSignal<'starting' | 'locked' | 'done' | 'nothing'>('starting');
  useEffect(() => {
    void send('vault.status').then((answer) => {
      // Without an answer the form stands there too: unlocking then says what is wrong.
      state.value = !answer.ok || answer.value.state === 'locked' ? 'locked' : 'nothing';
    });
  }, [state]);
  const finish = (): void => {
    state.value = 'done';
    window.close();
  };
  return (
    <div class={styles.window} data-screen={state.value === 'done' ? 'unlocked' : state.value}>
      <BrandBar />
      <main class={styles.main}>
        {state.value === 'locked' && (
          <LockedPane title={i18n.t('unlock.windowTitle')} text={i18n.t('unlock.pageWaits')} onUnlocked={finish} />
        )}
        {state.value === 'done' && (
          <EmptyState icon="check" title={i18n.t('unlock.done')} text={i18n.t('unlock.doneText')} />
        )}
        {state.value === 'nothing' && (
          <EmptyState
            icon="check"
            title={i18n.t('unlock.nothingToUnlock')}
            text={i18n.t('unlock.nothingToUnlockText')}
          />
        )}
      </main>
    </div>
  );
}
