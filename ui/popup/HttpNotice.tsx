/** An unencrypted page: one agreement per site inside private networks, a refusal with its reason elsewhere. */

import { Button } from '../components/Button';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import type { CardState, RecognisedCard } from './card-state';

/** True while nothing may be bound or filled here. */
export function isStoppedByHttp(card: RecognisedCard): boolean {
  return card.transport === 'public-http' || (card.transport === 'private-http' && !card.acknowledged);
}

export function HttpNotice({ card, tab }: { card: RecognisedCard; tab: CardState }) {
  if (!isStoppedByHttp(card)) return null;
  if (card.transport === 'public-http') {
    return (
      <Notice level="danger" title={i18n.t('card.httpPublicTitle')} name="http-refused">
        <p>{i18n.t('card.httpPublic')}</p>
      </Notice>
    );
  }
  return (
    <Notice level="warning" title={i18n.t('card.httpTitle')} name="http-private">
      <p>{i18n.t('card.httpPrivate')}</p>
      <Button action="acknowledge-http" autofocus onPress={() => void tab.acknowledge()}>
        {i18n.t('card.acknowledge')}
      </Button>
    </Notice>
  );
}
