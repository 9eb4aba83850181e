/** One profile: what it is, every value with copy, its captured callbacks, and what can be done with it. */

import type { CopyName } from '@/messaging/protocol';
import type { ProfileSummary } from '@/profiles/schema';
import { Button } from '../components/Button';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import { profileMark } from '../words/kind-words';
import { CallbackList } from './CallbackList';
import { GoneClient } from './GoneClient';
import { NeedsSecret } from './NeedsSecret';
import styles from './ProfileDetail.module.css';
import { RevealSecret } from './RevealSecret';
import { ValueList } from './ValueList';

interface Props {
  desk: Desk;
  profile: ProfileSummary;
  onEdit: (id: string) => void;
  /** After the profile was removed. */
  onGone: () => void;
  onPut?: (name: CopyName) => void;
}

export function ProfileDetail({ desk, profile, onEdit, onGone, onPut }: Props) {
  const callbacks = desk.shelf.value?.callbacks.filter((callback) => callback.profileId === profile.id) ?? [];
  return (
    <article class={styles.detail} data-profile-id={profile.id}>
      <ProfileHead desk={desk} profile={profile} />
      <ProfileActions desk={desk} profile={profile} onEdit={onEdit} onGone={onGone} />
      <GoneClient desk={desk} profileId={profile.id} />
      <NeedsSecret desk={desk} profileId={profile.id} />
      {desk.keepsSecrets.value && profile.hasSecret && (
        <RevealSecret key={`${profile.id}-${profile.revision}`} desk={desk} profile={profile} />
      )}
      {callbacks.length > 0 && (
        <section class={styles.section}>
          <h2>{i18n.t('callbacks.title')}</h2>
          <CallbackList callbacks={callbacks} onRemove={(id) => void desk.removeCallback(id)} />
        </section>
      )}
      <section class={styles.section}>
        <h2>{i18n.t('values.heading')}</h2>
        {onPut && <p class={styles.hint}>{i18n.t('values.putHint')}</p>}
        <ValueList key={`${profile.id}-${profile.revision}`} profile={profile} {...(onPut && { onPut })} />
      </section>
    </article>
  );
}

function ProfileHead({ desk, profile }: { desk: Desk; profile: ProfileSummary }) {
  const instance = desk.instance(profile.instanceId);
  return (
    <header class={styles.head}>
      <h1>{profile.name}</h1>
      <p class={styles.hint}>
        {[instance?.name, profileMark(profile)].filter(Boolean).join(' · ')}
        {desk.keepsSecrets.value && <> · {secretWords(profile)}</>}
      </p>
    </header>
  );
}

function secretWords({ kind, hasSecret }: ProfileSummary): string {
  if (kind === 'api-token') return i18n.t(hasSecret ? 'profiles.hasToken' : 'profiles.noToken');
  return i18n.t(hasSecret ? 'profiles.hasSecret' : 'profiles.noSecret');
}

interface ActionsProps {
  desk: Desk;
  profile: ProfileSummary;
  onEdit: (id: string) => void;
  onGone: () => void;
}

function ProfileActions({ desk, profile: { id, kind }, onEdit, onGone }: ActionsProps) {
  const duplicate = async (): Promise<void> => {
    const copy = await desk.duplicate(id);
    if (!copy) return;
    desk.say(i18n.t(kind === 'oidc-client' ? 'profiles.duplicated' : 'profiles.duplicatedToken'));
    onEdit(copy.id);
  };
  const remove = async (): Promise<void> => {
    await desk.remove(id);
    if (!desk.profile(id)) onGone();
  };
  return (
    <div class={styles.actions}>
      <Button icon="edit" action="edit-profile" onPress={() => onEdit(id)}>
        {i18n.t('profiles.edit')}
      </Button>
      <Button icon="duplicate" action="duplicate-profile" onPress={() => void duplicate()}>
        {i18n.t('profiles.duplicate')}
      </Button>
      <Button rank="danger" icon="trash" action="delete-profile" onPress={() => void remove()}>
        {i18n.t('profiles.delete')}
      </Button>
    </div>
  );
}
