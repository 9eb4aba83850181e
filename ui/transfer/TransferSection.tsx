/** Taking profiles out to a file and in from one. */

import { Button } from '../components/Button';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import { openTask } from '../task/task';
import { ExportPane } from './ExportPane';
import { ImportPane } from './ImportPane';
import type { ImportState } from './import-state';
import styles from './Transfer.module.css';

interface Props {
  desk: Desk;
  state: ImportState;
  /** Names of the apps by id. */
  appNames: ReadonlyMap<string, string>;
}

export function TransferSection({ desk, state, appNames }: Props) {
  return (
    <div class={styles.section}>
      <h1>{i18n.t('transfer.title')}</h1>
      <ExportPane desk={desk} />
      <FromAuthentik />
      <ImportPane state={state} appNames={appNames} />
    </div>
  );
}

function FromAuthentik() {
  return (
    <section class={styles.card} aria-labelledby="from-authentik-title">
      <h2 id="from-authentik-title">{i18n.t('authentikImport.fromAuthentik')}</h2>
      <p class={styles.lead}>{i18n.t('authentikImport.lead')}</p>
      <div class={styles.actions}>
        <Button action="import-from-authentik" onPress={() => void openTask({ import: '' })}>
          {i18n.t('authentikImport.openList')}
        </Button>
      </div>
    </section>
  );
}
