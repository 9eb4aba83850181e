/** The card on a page of authentik's own: connects it, and leads to what can be done there. */

import { useMemo } from 'preact/hooks';
import type { AuthentikSight } from '@/messaging/tab-card';
import { Button } from '../components/Button';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { asksInTab, openGrantStep, requestSite } from '../permission';
import { AuthentikState } from '../task/authentik-state';
import { TroubleNotice } from '../task/TroubleNotice';
import { openTask } from '../task/task';
import styles from './Card.module.css';
import { CardHead } from './CardHead';
import type { PopupState } from './popup-state';

const problems = {
  'signed-out': 'authentik.cardSignedOut',
  'foreign-base': 'authentik.cardForeign',
  'not-https': 'authentik.cardNotHttps',
} as const;

export function AuthentikCard({ state, card }: { state: PopupState; card: AuthentikSight }) {
  const authentik = useMemo(() => new AuthentikState(state.desk), [state]);
  // The question comes first thing in the press, and nothing waits for its answer: Chromium closes this window with it.
  const connect = (): void => {
    if (!card.granted && !asksInTab()) void requestSite(card.origin);
    void authentik.connect(card.baseUrl).then(async (isConnected) => {
      if (!isConnected) return;
      await state.tab.lookAgain();
      if (!card.granted && asksInTab()) await openGrantStep(card.origin);
    });
  };
  return (
    <section class={styles.card} data-card="authentik" data-base-url={card.baseUrl}>
      <CardHead appName="authentik" host={card.host} />
      <TroubleNotice state={authentik} trouble={authentik.trouble.value} />
      {card.problem && (
        <Notice level="warning" name={card.problem}>
          <p>{i18n.t(problems[card.problem])}</p>
        </Notice>
      )}
      {!card.problem && !card.isConnected && (
        <>
          <p class={styles.soft}>{i18n.t('authentik.cardText')}</p>
          <Button rank="primary" wide action="connect-authentik" busy={authentik.isBusy.value} onPress={connect}>
            {i18n.t('authentik.connect')}
          </Button>
          <Button
            rank="quiet"
            wide
            action="connect-by-token"
            onPress={() => void openTask({ connect: card.baseUrl, by: 'token' })}
          >
            {i18n.t('authentik.connectByToken')}
          </Button>
        </>
      )}
      {!card.problem && card.isConnected && (
        <>
          <p class={styles.soft}>{i18n.t('authentik.cardConnected')}</p>
          <Button rank="primary" wide action="import-clients" onPress={() => void openTask(importOf(card))}>
            {i18n.t('authentikImport.card')}
          </Button>
        </>
      )}
    </section>
  );
}

/** What the page shows comes first in the list, and is ticked. */
function importOf({ baseUrl, open }: AuthentikSight): Record<string, string> {
  if (!open) return { import: baseUrl };
  return { import: baseUrl, ...('provider' in open ? { provider: String(open.provider) } : open) };
}
