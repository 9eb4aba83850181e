/** A site that has its profile: ready, or to be filled again, and how lasting the browser's permission is. */

import type { ProfileSummary } from '@/profiles/schema';
import { Button } from '../components/Button';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { openTask } from '../task/task';
import styles from './Card.module.css';
import type { CardState, RecognisedCard } from './card-state';
import { isStoppedByHttp } from './HttpNotice';

interface Props {
  tab: CardState;
  card: RecognisedCard;
  profile: ProfileSummary | undefined;
}

export function BoundState({ tab, card, profile }: Props) {
  const filled = card.binding?.filledRevision;
  const needsSecret = card.binding !== undefined && tab.needsSecret(card.binding.id);
  const isOutdated = needsSecret || (profile !== undefined && filled !== undefined && filled < profile.revision);
  return (
    <>
      {!isStoppedByHttp(card) && (
        <Notice
          level={isOutdated ? 'warning' : 'ok'}
          title={titleOf(stateWords(isOutdated, needsSecret), profile)}
          name={isOutdated ? 'outdated' : 'ready'}
        >
          {isOutdated && <p>{i18n.t(needsSecret ? 'card.needsSecretText' : 'card.needsFillingText')}</p>}
          <p>{i18n.t('card.ready')}</p>
        </Notice>
      )}
      {!card.granted && <Grant tab={tab} />}
      <Button wide icon="shield" action="check" onPress={() => void openTask({ check: String(tab.tabId.value) })}>
        {i18n.t('authentikCheck.check')}
      </Button>
      <div class={styles.end}>
        <Button rank="quiet" action="unbind" onPress={() => void tab.unbind()}>
          {i18n.t('card.unbind')}
        </Button>
      </div>
    </>
  );
}

function stateWords(isOutdated: boolean, needsSecret: boolean): string {
  if (needsSecret) return i18n.t('needsSecret.state');
  return isOutdated ? i18n.t('card.needsFilling') : i18n.t('card.readyTitle');
}

function titleOf(state: string, profile: ProfileSummary | undefined): string {
  return profile ? `${state}: ${profile.name}` : state;
}

function Grant({ tab }: { tab: CardState }) {
  const isDeclined = tab.isDeclined.value;
  return (
    <Notice
      level="info"
      title={isDeclined ? i18n.t('card.declinedTitle') : i18n.t('card.grantTitle')}
      name={isDeclined ? 'declined' : 'not-granted'}
    >
      <p>{isDeclined ? i18n.t('card.declinedText') : i18n.t('card.grantText')}</p>
      <Button action="grant" onPress={() => tab.grant()}>
        {i18n.t('card.grant')}
      </Button>
    </Notice>
  );
}
