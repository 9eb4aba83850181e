/** Leads to the page where a client for this page is made in authentik. */

import { Button } from '../components/Button';
import { i18n } from '../i18n';
import { openTask } from '../task/task';
import type { CardState, RecognisedCard } from './card-state';
import { isStoppedByHttp } from './HttpNotice';

/** An API token is made in another way, and nothing is made for a page that may not be filled. */
export function isCreatable(card: RecognisedCard): boolean {
  return card.needs === 'provider' && !isStoppedByHttp(card);
}

/** `isFirst`: there is no profile to choose instead. */
export function CreateInAuthentik({ tab, isFirst = false }: { tab: CardState; isFirst?: boolean }) {
  const open = (): void => {
    const tabId = tab.tabId.value;
    if (tabId !== null) void openTask({ create: String(tabId) }).then(() => window.close());
  };
  return (
    <Button rank={isFirst ? 'primary' : 'quiet'} wide action="create-in-authentik" autofocus={isFirst} onPress={open}>
      {i18n.t('authentikCreate.open')}
    </Button>
  );
}
