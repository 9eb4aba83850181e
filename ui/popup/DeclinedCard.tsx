/** The card for a page of a known app that is not filled: why, and what to do about it; there is nothing to press. */
import type { TabCard } from '@/messaging/tab-card';
import styles from './Card.module.css';
import { CardHead } from './CardHead';
import { PageNotices } from './PageNotices';
import { RefusedPress } from './RefusedPress';

export function DeclinedCard({ card }: { card: Extract<TabCard, { kind: 'declined' }> }) {
  return (
    <section class={styles.card} data-card="declined" data-app={card.app}>
      <CardHead appName={card.appName} host={card.host} />
      <RefusedPress card={card} />
      <PageNotices ids={card.notices} />
    </section>
  );
}
