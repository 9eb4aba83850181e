/** The page in a tab: first run, unlocking, the grant step, and profiles, sites and callbacks with room to work. */
import { useEffect, useMemo } from 'preact/hooks';
import { BrandBar } from '../components/BrandBar';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Toast } from '../components/Toast';
import { i18n } from '../i18n';
import { BeginAnew } from '../lock/BeginAnew';
import { Forgotten } from '../lock/Forgotten';
import { LockedPane } from '../lock/LockedPane';
import { TroublePane } from '../lock/TroublePane';
import { Welcome } from '../lock/Welcome';
import { TransferSection } from '../transfer/TransferSection';
import { CallbacksSection } from './CallbacksSection';
import { DamageScreen } from './DamageScreen';
import { GrantStep } from './GrantStep';
import { Navigation } from './Navigation';
import styles from './OptionsScreen.module.css';
import { OptionsState } from './options-state';
import { ProfilesSection } from './ProfilesSection';
import { SecuritySection } from './SecuritySection';
import { SitesSection } from './SitesSection';

/** Names of the apps by id, for the list of sites. */
export type AppNames = ReadonlyMap<string, string>;

export function OptionsScreen({ appNames }: { appNames: AppNames }) {
  const state = useMemo(() => new OptionsState(), []);
  useEffect(() => {
    void state.start(location.hash);
  }, [state]);
  const { desk } = state;
  return (
    <div class={styles.page} data-screen={screenName(state)}>
      <BrandBar>
        {desk.vault.value === 'open' && <span class={styles.mode}>{i18n.t('options.readable')}</span>}
        {desk.vault.value === 'unlocked' && (
          <Button rank="quiet" icon="lock" action="lock" onPress={() => void desk.lock()}>
            {i18n.t('popup.lockNow')}
          </Button>
        )}
      </BrandBar>
      <OptionsBody state={state} appNames={appNames} />
      <Toast content={desk.toast} />
    </div>
  );
}

function OptionsBody({ state, appNames }: { state: OptionsState; appNames: AppNames }) {
  const { desk } = state;
  const vault = desk.vault.value;
  if (state.grant.value) {
    return (
      <main class={styles.single}>
        <GrantStep origin={state.grant.value.origin} />
      </main>
    );
  }
  const trouble = desk.blocked.value;
  if (trouble) {
    return (
      <main class={styles.single}>
        <TroublePane failure={trouble} onRetry={() => void desk.look()}>
          <BeginAnew onReset={(reset) => void state.entered(reset)} />
        </TroublePane>
      </main>
    );
  }
  if (desk.isOpen.value) return <Sections state={state} appNames={appNames} />;
  return (
    <main class={styles.single}>
      <FailureNotice failure={desk.failure.value} />
      {vault === 'none' && <Welcome onCreated={(created) => void state.entered(created)} />}
      {vault === 'locked' && (
        <LockedPane
          title={i18n.t('popup.lockedTitle')}
          text={i18n.t('options.lockedText')}
          onUnlocked={(unlocked) => void state.entered(unlocked)}
        >
          <Forgotten isOpen={state.asksForHelp.value} onReset={(reset) => void state.entered(reset)} />
        </LockedPane>
      )}
    </main>
  );
}

function Sections({ state, appNames }: { state: OptionsState; appNames: AppNames }) {
  const section = state.section.value;
  const damage = state.damage.value;
  if (damage) {
    return (
      <main class={styles.single}>
        <FailureNotice failure={state.desk.failure.value} />
        <DamageScreen state={state} damage={damage} />
      </main>
    );
  }
  return (
    <div class={styles.layout}>
      <Navigation state={state} />
      <main class={styles.main}>
        <FailureNotice failure={state.desk.failure.value} />
        {section === 'profiles' && <ProfilesSection state={state} />}
        {section === 'sites' && <SitesSection state={state} appNames={appNames} />}
        {section === 'callbacks' && <CallbacksSection desk={state.desk} />}
        {section === 'transfer' && <TransferSection desk={state.desk} state={state.transfer} appNames={appNames} />}
        {section === 'security' && <SecuritySection state={state} />}
      </main>
    </div>
  );
}

function screenName({ desk, grant, section, pane, damage }: OptionsState): string {
  if (grant.value) return 'grant';
  const closed = desk.closedScreen.value;
  if (closed) return closed;
  if (damage.value) return 'damaged';
  if (section.value !== 'profiles' || pane.value.name === 'none') return section.value;
  return pane.value.name;
}
