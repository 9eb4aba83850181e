/** The list of profiles and, beside it, the one that is open or its form. */

import { EmptyState } from '../components/EmptyState';
import { i18n } from '../i18n';
import { readAndSaySaved } from '../shelf/needs-secret';
import { ProfileDetail } from '../shelf/ProfileDetail';
import { ProfileEditor } from '../shelf/ProfileEditor';
import { ProfileList } from '../shelf/ProfileList';
import { SessionSecrets } from '../shelf/SessionSecrets';
import type { OptionsState } from './options-state';
import styles from './ProfilesSection.module.css';

export function ProfilesSection({ state }: { state: OptionsState }) {
  const shelf = state.desk.shelf.value;
  if (!shelf) return null;
  const pane = state.pane.value;
  const isBare = shelf.profiles.length === 0 && pane.name === 'none';
  return (
    <>
      <SessionSecrets desk={state.desk} />
      <div class={isBare ? styles.bare : styles.split}>
        {(shelf.profiles.length > 0 || isBare) && (
          <ProfileList
            profiles={shelf.profiles}
            instances={shelf.instances}
            gone={shelf.gone}
            openId={openId(state)}
            onOpen={(id) => state.open(id)}
            onAdd={() => void state.add()}
          />
        )}
        {!isBare && (
          <div class={styles.pane}>
            <PaneBody state={state} />
          </div>
        )}
      </div>
    </>
  );
}

function openId(state: OptionsState): string | undefined {
  const pane = state.pane.value;
  if (pane.name === 'profile') return pane.id;
  return pane.name === 'edit' ? pane.form.draft.id : undefined;
}

function PaneBody({ state }: { state: OptionsState }) {
  const { desk } = state;
  const pane = state.pane.value;
  if (pane.name === 'edit') {
    return (
      <ProfileEditor
        key={pane.form}
        desk={desk}
        opened={pane.form}
        onSaved={(profile) => {
          void readAndSaySaved(desk, profile).then(() => state.open(profile.id));
        }}
        onCancel={() => state.leaveForm(pane.form.draft.id)}
        onOpenProfile={(id) => state.open(id)}
      />
    );
  }
  const profile = pane.name === 'profile' ? desk.profile(pane.id) : undefined;
  if (!profile) return <EmptyState icon="key" title={i18n.t('profiles.title')} text={i18n.t('profiles.pick')} />;
  return (
    <ProfileDetail desk={desk} profile={profile} onEdit={(id) => void state.edit(id)} onGone={() => state.close()} />
  );
}
