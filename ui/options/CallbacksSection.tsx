/** Every callback captured from a page. */

import { EmptyState } from '../components/EmptyState';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import { CallbackList } from '../shelf/CallbackList';
import styles from './SitesSection.module.css';

export function CallbacksSection({ desk }: { desk: Desk }) {
  const callbacks = desk.shelf.value?.callbacks ?? [];
  if (callbacks.length === 0) {
    return <EmptyState icon="link" title={i18n.t('callbacks.title')} text={i18n.t('callbacks.none')} />;
  }
  return (
    <section class={styles.sites}>
      <h1>{i18n.t('callbacks.title')}</h1>
      <p class={styles.lead}>{i18n.t('card.callbacksHint')}</p>
      <CallbackList callbacks={callbacks} onRemove={(id) => void desk.removeCallback(id)} />
    </section>
  );
}
