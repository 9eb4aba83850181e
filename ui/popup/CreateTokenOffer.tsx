/** On a page that needs an API token and has none in the vault: leads to making one at authentik, where the page may be filled. */

import type { ProfileSummary } from '@/profiles/schema';
import { Button } from '../components/Button';
import { i18n } from '../i18n';
import { openTask } from '../task/task';
import styles from './Card.module.css';
import type { RecognisedCard } from './card-state';
import { isStoppedByHttp } from './HttpNotice';
import type { PopupState } from './popup-state';

interface Props {
  state: PopupState;
  card: RecognisedCard;
  profiles: ProfileSummary[];
}

export function CreateTokenOffer({ state, card, profiles }: Props) {
  const tabId = state.tab.tabId.value;
  const hasToken = card.candidates.some(({ profileId }) =>
    profiles.some(({ id, kind }) => id === profileId && kind === 'api-token'),
  );
  if (card.needs !== 'api-token' || hasToken || tabId === null || isStoppedByHttp(card)) return null;
  const open = (): void => {
    void openTask({ 'create-token': String(tabId) }).then(() => window.close());
  };
  return (
    <>
      <p class={styles.soft}>{i18n.t('authentikToken.cardText')}</p>
      <Button
        rank={card.candidates.length === 0 ? 'primary' : 'plain'}
        wide
        action="create-in-authentik"
        onPress={open}
        autofocus={card.candidates.length === 0}
      >
        {i18n.t('authentikToken.cardCreate')}
      </Button>
    </>
  );
}
