/** A vault that is not whole any more: what is lost, what can be read, and the ways on; never a blank list. */
import { useSignal } from '@preact/signals';
import type { VaultDamage } from '@/messaging/protocol';
import { Button } from '../components/Button';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { BeginAnew } from '../lock/BeginAnew';
import { lostWords, wholeWords } from '../words/damage-words';
import styles from './DamageScreen.module.css';
import type { OptionsState } from './options-state';

export function DamageScreen({ state, damage }: { state: OptionsState; damage: VaultDamage }) {
  const isBusy = useSignal(false);
  const { desk } = state;
  const goOn = async (): Promise<void> => {
    isBusy.value = true;
    const isDone = await desk.goOnWithWhole();
    isBusy.value = false;
    if (isDone) desk.say(i18n.t('damage.done'));
  };
  // What only a later Latchkey can read is no damage: there is nothing to decide.
  const isDamaged = damage.isRebuilt || damage.lost.some((entry) => entry.state === 'damaged');
  return (
    <section class={styles.damage}>
      <h1>{isDamaged ? i18n.t('damage.title') : i18n.t('damage.newerTitle')}</h1>
      <p class={styles.lead}>{isDamaged ? i18n.t('damage.lead') : i18n.t('damage.newerLead')}</p>
      {damage.isRebuilt && (
        <Notice level="warning" name="rebuilt">
          <p>{i18n.t('damage.rebuilt')}</p>
        </Notice>
      )}
      <Entries title={i18n.t('damage.lost')} name="lost" entries={damage.lost.map(lostWords)} />
      <Entries title={i18n.t('damage.whole')} name="whole" entries={damage.whole.map(wholeWords)} />
      {isDamaged && <p>{i18n.t('damage.next')}</p>}
      <div class={styles.actions}>
        {isDamaged && (
          <Button rank="primary" action="go-on" busy={isBusy.value} onPress={() => void goOn()}>
            {i18n.t('damage.goOn')}
          </Button>
        )}
        {isDamaged && damage.whole.length > 0 && (
          <Button
            action="export-whole"
            onPress={() => {
              state.decideLater();
              state.show('transfer');
            }}
          >
            {i18n.t('damage.export')}
          </Button>
        )}
        <Button rank={isDamaged ? 'quiet' : 'primary'} action="decide-later" onPress={() => state.decideLater()}>
          {isDamaged ? i18n.t('damage.later') : i18n.t('damage.continue')}
        </Button>
      </div>
      {isDamaged && <BeginAnew onReset={(reset) => void state.entered(reset)} />}
    </section>
  );
}

function Entries({ title, name, entries }: { title: string; name: string; entries: string[] }) {
  return (
    <div class={styles.entries} data-list={name}>
      <h2>{title}</h2>
      {entries.length === 0 ? (
        <p class={styles.none}>{i18n.t('damage.nothing')}</p>
      ) : (
        <ul>
          {[...new Set(entries)].map((entry) => (
            <li key={entry}>{times(entry, entries)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Entries that cannot be told apart stand there once, with their number. */
function times(entry: string, entries: string[]): string {
  const count = entries.filter((other) => other === entry).length;
  return count === 1 ? entry : i18n.t('damage.times', [entry, count]);
}
