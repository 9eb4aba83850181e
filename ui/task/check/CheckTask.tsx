/** One press, and every line that decides whether the login will work: right, worth a look, or wrong, with what mends it. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { CheckId } from '@/authentik/model';
import type { CheckTarget } from '@/messaging/check-report';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { i18n } from '../../i18n';
import type { AuthentikState } from '../authentik-state';
import task from '../Task.module.css';
import { TroubleNotice } from '../TroubleNotice';
import styles from './Check.module.css';
import { CheckLineView } from './CheckLineView';
import { CheckState } from './check-state';

interface Props {
  authentik: AuthentikState;
  target: CheckTarget;
  /** The line to begin at. */
  at?: CheckId | undefined;
}

export function CheckTask({ authentik, target, at }: Props) {
  const state = useMemo(() => new CheckState(authentik, target), [authentik, target]);
  useEffect(() => void state.check(), [state]);
  const report = state.report.value;
  return (
    <section class={task.part} data-section="check" aria-busy={state.isChecking.value}>
      <header class={styles.head}>
        <h1>
          {report ? i18n.t('authentikCheck.title', [report.appName, report.host]) : i18n.t('authentikCheck.check')}
        </h1>
        {report && <p class={task.soft}>{i18n.t('authentikCheck.profile', [report.profile.name, report.baseUrl])}</p>}
      </header>
      <p class={task.soft} role="status">
        {state.isChecking.value ? i18n.t('authentikCheck.checking') : ''}
        {state.isChecking.value && (
          <Button rank="quiet" action="cancel-job" onPress={() => authentik.cancel()}>
            {i18n.t('common.cancel')}
          </Button>
        )}
      </p>
      <TroubleNotice state={authentik} trouble={authentik.trouble.value} onRetry={() => void state.check()} />
      {report && typeof report.api === 'object' && authentik.trouble.value === null && (
        <TroubleNotice state={authentik} trouble={report.api} onRetry={() => void state.check()} />
      )}
      {report && <Lines state={state} at={at} />}
    </section>
  );
}

function Lines({ state, at }: { state: CheckState; at: CheckId | undefined }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const line = at && list.current?.querySelector<HTMLElement>(`[data-line="${at}"]`);
    if (!line) return;
    line.scrollIntoView({ block: 'center' });
    line.focus({ preventScroll: true });
  }, [at]);
  return (
    <>
      <Summary state={state} />
      <ul class={styles.lines} ref={list}>
        {state.report.value?.lines.map((line) => (
          <CheckLineView key={line.id} state={state} line={line} />
        ))}
      </ul>
      <p class={task.buttons}>
        <Button action="check-again" busy={state.isChecking.value} onPress={() => void state.check()}>
          {i18n.t('authentikCheck.again')}
        </Button>
        <Button rank="quiet" icon="open" action="show-page" onPress={() => void state.showPage()}>
          {i18n.t('authentikCheck.showPage')}
        </Button>
      </p>
    </>
  );
}

function Summary({ state }: { state: CheckState }) {
  const [faults, warnings, unknowns] = [state.faults.value, state.warnings.value, state.unknowns.value];
  const told = [
    faults > 0 && i18n.t('authentikCheck.faults', faults),
    warnings > 0 && i18n.t('authentikCheck.warnings', warnings),
    unknowns > 0 && i18n.t('authentikCheck.unknowns', unknowns),
  ].filter((words) => words !== false);
  const level = faults > 0 ? 'danger' : told.length > 0 ? 'warning' : 'ok';
  return (
    <div role="status">
      <Notice level={level} name="check-summary">
        <p>{told.length > 0 ? told.join(' ') : i18n.t('authentikCheck.allRight')}</p>
      </Notice>
    </div>
  );
}
