/** The card where no form is known: says so, and offers one profile's values to copy or to put into a field. */
import { useSignal } from '@preact/signals';
import type { ProfileSummary } from '@/profiles/schema';
import { Icon } from '../components/Icon';
import { i18n } from '../i18n';
import { ValueList } from '../shelf/ValueList';
import styles from './Card.module.css';
import type { CardState } from './card-state';
import { ProfileSelect } from './ProfileSelect';
import { RefusedPress } from './RefusedPress';

interface Props {
  tab: CardState;
  profiles: ProfileSummary[];
}

export function PlainCard({ tab, profiles }: Props) {
  const card = tab.card.value;
  if (!card) return <Looking />;
  const isReachable = card.kind === 'unrecognised';
  return (
    <section class={styles.card} data-card={card.kind}>
      <header class={styles.head}>
        <span class={styles.mark}>
          <Icon name="site" />
        </span>
        <div class={styles.title}>
          <h1>{isReachable ? i18n.t('card.unrecognisedTitle') : i18n.t('card.unreachableTitle')}</h1>
          {isReachable && <p class={styles.host}>{new URL(card.origin).host}</p>}
        </div>
      </header>
      <RefusedPress card={card} />
      <p class={styles.soft}>{isReachable ? i18n.t('card.unrecognised') : i18n.t('card.unreachable')}</p>
      {isReachable && profiles.length > 0 && <Values tab={tab} profiles={profiles} />}
    </section>
  );
}

function Values({ tab, profiles }: Props) {
  const picked = useSignal(profiles.length === 1 ? (profiles[0]?.id ?? '') : '');
  const profile = profiles.find(({ id }) => id === picked.value);
  return (
    <>
      <ProfileSelect
        name="valuesOf"
        profiles={profiles}
        value={picked.value}
        onPick={(id) => {
          picked.value = id;
        }}
      />
      {profile && (
        <>
          <p class={styles.soft}>{i18n.t('values.putHint')}</p>
          <ValueList key={profile.id} profile={profile} onPut={(name) => void tab.put(profile.id, name)} />
        </>
      )}
    </>
  );
}

/** Holds the place of the card, so that nothing jumps when it comes. */
function Looking() {
  return (
    <section class={`${styles.card} ${styles.looking}`} data-card="looking">
      <p class={styles.soft} role="status">
        {i18n.t('card.looking')}
      </p>
    </section>
  );
}
