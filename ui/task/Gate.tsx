/** Stands in front of every task at authentik: which one, whether it can be reached, and who is signed in there. */
import type { ComponentChildren } from 'preact';
import type { Account } from '@/authentik/model';
import { Button } from '../components/Button';
import { i18n } from '../i18n';
import type { AuthentikState } from './authentik-state';
import { ConnectForm } from './ConnectForm';
import styles from './Task.module.css';
import { TroubleNotice } from './TroubleNotice';

interface Props {
  state: AuthentikState;
  /** Shown once authentik has answered. */
  children: ComponentChildren;
}

export function Gate({ state, children }: Props) {
  const { known, baseUrl, account, trouble } = state;
  if (known.value === null) return <Waiting state={state} />;
  const chosen = baseUrl.value;
  if (chosen === null) return known.value.length === 0 ? <ConnectForm state={state} /> : <Which state={state} />;
  if (account.value) {
    return (
      <>
        <Who state={state} account={account.value} />
        {children}
      </>
    );
  }
  if (trouble.value) {
    return (
      <>
        <TroubleNotice state={state} trouble={trouble.value} onRetry={() => void state.choose(chosen)} />
        <details class={styles.otherWay}>
          <summary data-action="other-way">{i18n.t('authentik.otherWay')}</summary>
          <ConnectForm state={state} />
        </details>
      </>
    );
  }
  return <Waiting state={state} />;
}

function Waiting({ state }: { state: AuthentikState }) {
  return (
    <p class={styles.soft} role="status">
      {i18n.t('authentik.asking')}{' '}
      {state.isBusy.value && (
        <Button rank="quiet" action="cancel-job" onPress={() => state.cancel()}>
          {i18n.t('common.cancel')}
        </Button>
      )}
    </p>
  );
}

function Which({ state }: { state: AuthentikState }) {
  return (
    <section class={styles.part} data-section="which-authentik">
      <h2>{i18n.t('authentik.which')}</h2>
      <ul class={styles.choices}>
        {state.known.value?.map(({ baseUrl, name }) => (
          <li key={baseUrl}>
            <Button action="choose-authentik" wide onPress={() => void state.choose(baseUrl)}>
              {name}
            </Button>
            <span class={styles.soft}>{baseUrl}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Version and rights are said before anything is tried. */
function Who({ state, account }: { state: AuthentikState; account: Account }) {
  const host = URL.parse(state.baseUrl.value ?? '')?.host ?? '';
  const version = account.version?.text ?? i18n.t('authentik.versionUnknown');
  const by = state.view.value?.by === 'token' ? i18n.t('authentik.byToken') : i18n.t('authentik.bySession');
  return (
    <div class={styles.who} data-account={account.username}>
      <p>{i18n.t('authentik.who', [account.username, host, version])}</p>
      <p class={styles.soft}>{by}</p>
      {account.rights.view === 'no' && <p class={styles.lacking}>{i18n.t('authentik.mayNotView')}</p>}
      {account.rights.view === 'yes' && account.rights.change === 'unknown' && (
        <p class={styles.soft}>{i18n.t('authentik.mayPerhapsChange')}</p>
      )}
    </div>
  );
}
