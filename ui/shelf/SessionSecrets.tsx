/** The secrets that were entered for this session, and the way to forget them; nothing where there is none. */

import { send } from '@/messaging/client';
import { Button } from '../components/Button';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import styles from './SessionSecrets.module.css';

export function SessionSecrets({ desk }: { desk: Desk }) {
  const held = desk.shelf.value?.sessionSecrets.flatMap((id) => desk.profile(id) ?? []) ?? [];
  if (held.length === 0) return null;
  const forget = async (profile?: { id: string; name: string }): Promise<void> => {
    if (!desk.passes(await send('secret.forget', { profileId: profile?.id ?? null }))) return;
    await desk.read();
    desk.say(profile ? i18n.t('secret.forgotten', [profile.name]) : i18n.t('secret.forgottenAll'));
  };
  return (
    <section class={styles.held} data-held={held.length}>
      <h2>{i18n.t('secret.held')}</h2>
      <p class={styles.soft}>{i18n.t('secret.heldText')}</p>
      <ul>
        {held.map(({ id, name }) => (
          <li key={id} data-held-profile={id}>
            <span class={styles.name}>{name}</span>
            <Button
              rank="quiet"
              action="forget-secret"
              label={i18n.t('secret.forgetWhat', [name])}
              onPress={() => void forget({ id, name })}
            >
              {i18n.t('secret.forget')}
            </Button>
          </li>
        ))}
      </ul>
      {held.length > 1 && (
        <Button action="forget-secrets" onPress={() => void forget()}>
          {i18n.t('secret.forgetAll')}
        </Button>
      )}
    </section>
  );
}
