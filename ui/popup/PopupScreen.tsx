/** The toolbar popup: set-up, unlocking, the card for the current tab, and the profiles. */
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
import { fitView } from './fit-view';
import { HomeView } from './HomeView';
import styles from './PopupScreen.module.css';
import { PopupState } from './popup-state';
import { EditView, ProfileView } from './SubViews';

export function PopupScreen() {
  const state = useMemo(() => new PopupState(), []);
  useEffect(() => {
    void state.start();
    const leaving = new AbortController();
    fitView(leaving.signal);
    document.addEventListener('keydown', (event) => stepBack(event, state), { signal: leaving.signal });
    return () => leaving.abort();
  }, [state]);
  const { desk } = state;
  return (
    <div class={styles.popup} data-screen={screenName(state)}>
      <PopupBar state={state} />
      <main class={styles.main}>
        {!desk.blocked.value && <FailureNotice failure={desk.failure.value} />}
        <PopupBody state={state} />
      </main>
      <Toast content={desk.toast} />
    </div>
  );
}

/** Escape leaves a form or a profile first, and only from the list the popup. */
function stepBack(event: KeyboardEvent, state: PopupState): void {
  if (event.key !== 'Escape' || state.view.value.name === 'home') return;
  event.preventDefault();
  state.back();
}

function PopupBody({ state }: { state: PopupState }) {
  const { desk, view } = state;
  if (desk.blocked.value) {
    return (
      <TroublePane failure={desk.blocked.value} onRetry={() => void state.retry()}>
        <HelpInTab about="trouble" />
      </TroublePane>
    );
  }
  if (desk.vault.value === null) return null;
  if (desk.vault.value === 'none') return <SetUp />;
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
  if (view.value.name === 'profile') return <ProfileView state={state} id={view.value.id} />;
  if (view.value.name === 'edit') return <EditView state={state} form={view.value.form} />;
  return <HomeView state={state} />;
}

function screenName({ desk, view, tab }: PopupState): string {
  const closed = desk.closedScreen.value;
  if (closed) return closed;
  if (view.value.name !== 'home') return view.value.name;
  return tab.recognised.value ? 'site' : 'profiles';
}

function SetUp() {
  const open = (): void => {
    void browser.runtime.openOptionsPage().then(() => window.close());
  };
  return (
    <EmptyState icon="key" title={i18n.t('popup.setupTitle')} text={i18n.t('popup.setupText')}>
      <Button rank="primary" action="open-setup" onPress={open} autofocus>
        {i18n.t('popup.openSetup')}
      </Button>
    </EmptyState>
  );
}

/** What is being typed here goes on in the tab. */
async function openOptions({ desk }: PopupState): Promise<void> {
  await desk.drafts.leave();
  await browser.runtime.openOptionsPage();
  window.close();
}

function PopupBar({ state }: { state: PopupState }) {
  return (
    <BrandBar>
      {state.desk.vault.value === 'unlocked' && (
        <Button rank="quiet" icon="lock" action="lock" onPress={() => void state.desk.lock()}>
          {i18n.t('popup.lockNow')}
        </Button>
      )}
      <Button rank="quiet" icon="open" iconOnly action="open-options" onPress={() => void openOptions(state)}>
        {i18n.t('popup.openOptions')}
      </Button>
    </BrandBar>
  );
}
