/** What a file would change, before anything does: new, changed, the same, and what is not taken and why. */

import type { ImportPreview as Preview } from '@/messaging/transfer';
import { Button } from '../components/Button';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { ChangedProfiles } from './ChangedProfiles';
import type { ImportState, ImportStep } from './import-state';
import { CallbackGroups, ProfileGroups, SiteGroups } from './PreviewGroups';
import styles from './Transfer.module.css';

interface Props {
  state: ImportState;
  step: Extract<ImportStep, { name: 'preview' }>;
  appNames: ReadonlyMap<string, string>;
}

export function ImportPreview({ state, step: { fileName, preview }, appNames }: Props) {
  const { hasNew, hasChanges } = offersOf(preview);
  const canApply = hasNew || state.replace.value.size > 0;
  return (
    <div class={styles.preview}>
      <p role="status">{i18n.t('transfer.previewOf', [fileName])}</p>
      <Remarks preview={preview} />
      <ProfileGroups profiles={preview.profiles} />
      <ChangedProfiles state={state} profiles={preview.profiles} />
      <SiteGroups sites={preview.sites} appNames={appNames} />
      <CallbackGroups callbacks={preview.callbacks} />
      <p class={styles.lead} aria-live="polite">
        {!canApply && i18n.t(hasChanges ? 'transfer.tickFirst' : 'transfer.nothingNew')}
      </p>
      <div class={styles.actions}>
        {canApply && (
          <Button rank="primary" action="apply-import" busy={state.isBusy.value} onPress={() => void state.apply()}>
            {i18n.t('transfer.apply')}
          </Button>
        )}
        <Button action="cancel-import" onPress={() => state.cancel()}>
          {i18n.t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

function offersOf({ profiles, sites, callbacks }: Preview): { hasNew: boolean; hasChanges: boolean } {
  return {
    hasNew: [...profiles, ...sites, ...callbacks].some(({ state }) => state === 'new'),
    hasChanges: profiles.some(({ state }) => state === 'changed'),
  };
}

function Remarks({ preview }: { preview: Preview }) {
  const lacksSecrets = preview.profiles.some((profile) => profile.state === 'new' && !profile.hasSecret);
  return (
    <>
      {preview.secretsNotKept > 0 && (
        <Notice level="warning" name="secrets-not-kept">
          <p>{i18n.t('transfer.secretsNotKept', [preview.secretsNotKept])}</p>
        </Notice>
      )}
      {preview.secretsNotKept === 0 && lacksSecrets && (
        <Notice level="info" name="lacks-secrets">
          <p>{i18n.t('transfer.lacksSecrets')}</p>
        </Notice>
      )}
    </>
  );
}
