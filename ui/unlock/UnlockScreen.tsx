/** The small window a page's press opens: asks for the passphrase or a secret, then gets out of the way. */
import { useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import type { Failure } from '@/lib/result';
import { send } from '@/messaging/client';
import type { WantedSecret } from '@/messaging/protocol';
import { BrandBar } from '../components/BrandBar';
import { EmptyState } from '../components/EmptyState';
import { i18n } from '../i18n';
import { HelpInTab } from '../lock/HelpInTab';
import { LockedPane } from '../lock/LockedPane';
import { TroublePane } from '../lock/TroublePane';
import { SecretPane } from './SecretPane';
import styles from './UnlockScreen.module.css';

export function UnlockScreen() {
  const state = useSignal<'starting' | 'locked' | 'secret' | 'done' | 'nothing'>('starting');
  const wanted = useSignal<WantedSecret | null>(null);
  const trouble = useSignal<Failure | null>(null);
  const look = useCallback(async (): Promise<void> => {
    const status = await send('vault.status');
    trouble.value = (status.ok && status.value.trouble) || null;
    // Without an answer the form stands there too: unlocking then says what is wrong.
    if (!status.ok || status.value.state === 'locked') {
      state.value = 'locked';
      return;
    }
    const asked = await send('secret.wanted');
    wanted.value = asked.ok ? asked.value.wanted : null;
    state.value = wanted.value ? 'secret' : 'nothing';
  }, [state, wanted, trouble]);
  useEffect(() => void look(), [look]);
  const finish = (): void => {
    state.value = 'done';
    window.close();
  };
  return (
    <div class={styles.window} data-screen={state.value === 'done' ? 'unlocked' : state.value}>
      <BrandBar />
      <main class={styles.main}>
        {trouble.value && (
          <TroublePane failure={trouble.value} onRetry={() => void look()}>
            <HelpInTab about="trouble" />
          </TroublePane>
        )}
        {state.value === 'locked' && !trouble.value && (
          <LockedPane title={i18n.t('unlock.windowTitle')} text={i18n.t('unlock.pageWaits')} onUnlocked={finish}>
            <HelpInTab about="forgotten" />
          </LockedPane>
        )}
        {state.value === 'secret' && wanted.value && <SecretPane wanted={wanted.value} onDone={finish} />}
        {state.value === 'done' && (
          <EmptyState
            icon="check"
            title={i18n.t(wanted.value ? 'secret.done' : 'unlock.done')}
            text={i18n.t('unlock.doneText')}
          />
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
