/** What came of an import from authentik, and what is left to do by hand. */

import type { ClientOutcome } from '@/messaging/client-import-protocol';
import { Button } from '../components/Button';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { openProfiles } from '../options/link';
import styles from './ImportTask.module.css';

export function ImportDone({ outcome, onAgain }: { outcome: ClientOutcome; onAgain: () => void }) {
  const { added, replaced, lacking } = outcome;
  return (
    <>
      <Notice level="ok" urgent name="imported" title={i18n.t('authentikImport.done')}>
        <p>{i18n.t('authentikImport.doneCounts', [added, replaced])}</p>
      </Notice>
      {lacking.length > 0 && (
        <section class={styles.group} data-group="lacking">
          <h2>
            {i18n.t('authentikImport.lacking')} <span class={styles.count}>{lacking.length}</span>
          </h2>
          <p class={styles.soft}>{i18n.t('authentikImport.lackingText')}</p>
          <ul class={styles.rows}>
            {lacking.map(({ id, name }) => (
              <li key={id} class={styles.line} data-profile-id={id}>
                <span class={styles.name}>{name}</span>
                <Button action="paste-secret" onPress={() => void openProfiles({ edit: id })}>
                  {i18n.t('authentikImport.paste')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class={styles.buttons}>
        <Button rank="primary" action="open-profiles" autofocus onPress={() => void openProfiles()}>
          {i18n.t('authentikImport.toProfiles')}
        </Button>
        <Button action="read-again" onPress={onAgain}>
          {i18n.t('authentikImport.again')}
        </Button>
      </div>
    </>
  );
}
