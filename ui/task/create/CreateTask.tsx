/** Creates application and provider in authentik for an app's page: the whole proposal, one press, and how it ended. */
import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../../components/Button';
import { i18n } from '../../i18n';
import type { AuthentikState } from '../authentik-state';
import styles from '../Task.module.css';
import { TroubleNotice } from '../TroubleNotice';
import { CreateEnd } from './CreateEnd';
import { CreateForm } from './CreateForm';
import { CreateState } from './create-state';

export function CreateTask({ authentik, tabId }: { authentik: AuthentikState; tabId: number }) {
  const state = useMemo(() => new CreateState(authentik, tabId), [authentik, tabId]);
  useEffect(() => void state.propose(), [state]);
  const proposal = state.proposal.value;
  const report = state.report.value;
  const isOver = report?.end.is === 'made' || report?.end.is === 'half' || report?.end.is === 'unsure';
  return (
    <>
      <TroubleNotice
        state={authentik}
        trouble={authentik.trouble.value}
        {...(!proposal && { onRetry: () => void state.propose() })}
      />
      {state.isOpen.value && <Unheard state={state} />}
      <div aria-live="polite">{report && <CreateEnd state={state} report={report} />}</div>
      {proposal && !isOver && <CreateForm state={state} proposal={proposal} />}
      {!proposal && authentik.isBusy.value && (
        <p class={styles.soft} role="status">
          {i18n.t('authentikCreate.reading')}{' '}
          <Button rank="quiet" action="cancel-job" onPress={() => authentik.cancel()}>
            {i18n.t('common.cancel')}
          </Button>
        </p>
      )}
      {!proposal && !authentik.isBusy.value && (
        <p class={styles.buttons}>
          <Button action="read-again" onPress={() => void state.propose()}>
            {i18n.t('trouble.tryAgain')}
          </Button>
        </p>
      )}
    </>
  );
}

/** The background has not answered: what was sent may have been made. */
function Unheard({ state }: { state: CreateState }) {
  return (
    <p class={styles.buttons}>
      <Button action="look-again" onPress={() => void state.resume()}>
        {i18n.t('authentikCreate.lookAgain')}
      </Button>
    </p>
  );
}
