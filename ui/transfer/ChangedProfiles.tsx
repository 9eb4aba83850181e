/** Profiles that are here and differ in the file: what would change, and a tick for those that may be replaced. */

import type { PreviewProfile } from '@/messaging/transfer';
import { i18n } from '../i18n';
import { FieldChanges } from './FieldChanges';
import type { ImportState } from './import-state';
import styles from './Transfer.module.css';

type Changed = Extract<PreviewProfile, { state: 'same' | 'changed' }>;

interface Props {
  state: ImportState;
  profiles: readonly PreviewProfile[];
}

export function ChangedProfiles({ state, profiles }: Props) {
  const changed = profiles.flatMap((profile) => (profile.state === 'changed' ? [profile] : []));
  if (changed.length === 0) return null;
  return (
    <section class={styles.group} data-group="changed-profiles">
      <h3>
        {i18n.t('transfer.changedProfiles')} <span class={styles.count}>{changed.length}</span>
      </h3>
      <p class={styles.lead}>{i18n.t('transfer.changedText')}</p>
      <ul class={styles.rows}>
        {changed.map((profile) => (
          <ChangedProfile key={profile.id} state={state} profile={profile} />
        ))}
      </ul>
    </section>
  );
}

function ChangedProfile({ state, profile: { id, here, changes } }: { state: ImportState; profile: Changed }) {
  return (
    <li class={styles.row} data-entry={id} data-state="changed">
      <label class={styles.tick}>
        <input
          type="checkbox"
          name="replace"
          value={here.id}
          checked={state.replace.value.has(here.id)}
          onChange={({ currentTarget }) => state.tick(here.id, currentTarget.checked)}
        />
        <span class={styles.name}>{i18n.t('transfer.replace', [here.name])}</span>
      </label>
      <FieldChanges changes={changes} />
    </li>
  );
}
