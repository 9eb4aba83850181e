/** Taking profiles out to a file and in from one. */
import { i18n } from '#i18n';
import type { Desk } from '../desk';
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
      <ImportPane state={state} appNames={appNames} />
    </div>
  );
}
