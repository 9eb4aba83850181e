/** One task at authentik, in a tab of its own: the vault's lock first, then authentik's, then the task. */
import { useEffect, useMemo } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { BrandBar } from '../components/BrandBar';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { FailureNotice } from '../components/FailureNotice';
import { Toast } from '../components/Toast';
import { i18n } from '../i18n';
import { HelpInTab } from '../lock/HelpInTab';
import { LockedPane } from '../lock/LockedPane';
import { TroublePane } from '../lock/TroublePane';
import { ConnectForm } from './ConnectForm';
import { CreateToken } from './CreateToken';
import { CheckTask } from './check/CheckTask';
import { CreateTask } from './create/CreateTask';
import { Gate } from './Gate';
import { ImportTask } from './ImportTask';
import styles from './TaskScreen.module.css';
import { TaskState } from './task-state';

export function TaskScreen() {
  const state = useMemo(() => new TaskState(location.hash), []);
  useEffect(() => void state.start(), [state]);
  const { desk } = state;
  return (
    <div class={styles.page} data-screen={desk.closedScreen.value ?? state.task.name}>
      <BrandBar />
      <main class={styles.main}>
        {!desk.blocked.value && <FailureNotice failure={desk.failure.value} />}
        <TaskBody state={state} />
      </main>
      <Toast content={desk.toast} />
    </div>
  );
}

function TaskBody({ state }: { state: TaskState }) {
  const { desk } = state;
  if (desk.blocked.value) {
    return (
      <TroublePane failure={desk.blocked.value} onRetry={() => void state.start()}>
        <HelpInTab about="trouble" />
      </TroublePane>
    );
  }
  if (desk.vault.value === 'none') {
    return (
      <EmptyState icon="key" title={i18n.t('popup.setupTitle')} text={i18n.t('popup.setupText')}>
        <Button rank="primary" action="open-setup" onPress={() => void browser.runtime.openOptionsPage()}>
          {i18n.t('popup.openSetup')}
        </Button>
      </EmptyState>
    );
  }
  if (desk.vault.value === 'locked') {
    return (
      <LockedPane
        title={i18n.t('popup.lockedTitle')}
        text={i18n.t('options.lockedText')}
        onUnlocked={(unlocked) => void state.unlocked(unlocked)}
      >
        <HelpInTab about="forgotten" />
      </LockedPane>
    );
  }
  if (!desk.isOpen.value) return null;
  return <OpenTask state={state} />;
}

function OpenTask({ state: { task, authentik } }: { state: TaskState }) {
  if (task.name === 'connect') {
    // Who wants another way to sign in is not asked with the one there is.
    if (task.byToken && !authentik.account.value) return <ConnectForm state={authentik} way="token" />;
    return (
      <Gate state={authentik}>
        <EmptyState icon="check" title={i18n.t('authentik.connected')} text={i18n.t('authentik.connectedText')} />
      </Gate>
    );
  }
  if (task.name === 'import') {
    return (
      <Gate state={authentik}>
        <ImportTask authentik={authentik} open={task.open} />
      </Gate>
    );
  }
  if (task.name === 'check') return <CheckTask authentik={authentik} target={task.target} at={task.at} />;
  if (task.name === 'create-token') {
    return (
      <Gate state={authentik}>
        <CreateToken state={authentik} tabId={task.tabId} />
      </Gate>
    );
  }
  if (task.name === 'create') {
    return (
      <Gate state={authentik}>
        <CreateTask authentik={authentik} tabId={task.tabId} />
      </Gate>
    );
  }
  return <EmptyState icon="warning" title={i18n.t('authentik.noTask')} text={i18n.t('authentik.noTaskText')} />;
}
