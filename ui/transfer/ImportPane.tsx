/** Import: the file, its passphrase, the preview, and what came of it. */
import { useLayoutEffect } from 'preact/hooks';
import type { ImportOutcome } from '@/messaging/transfer';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { FileChoice } from './FileChoice';
import { FilePassphrase } from './FilePassphrase';
import { ImportPreview } from './ImportPreview';
import type { ImportState } from './import-state';
import styles from './Transfer.module.css';

interface Props {
  state: ImportState;
  appNames: ReadonlyMap<string, string>;
}

export function ImportPane({ state, appNames }: Props) {
  useLayoutEffect(keepPage, []);
  const step = state.step.value;
  const failure = state.failure.value;
  const isWrong = step.name === 'passphrase' && failure?.kind === 'wrong-file-passphrase';
  return (
    <section class={styles.card} aria-labelledby="import-title" data-import={step.name}>
      <h2 id="import-title">{i18n.t('transfer.import')}</h2>
      <FailureNotice failure={isWrong ? null : failure} />
      {step.name === 'choose' && (
        <>
          <p class={styles.lead}>{i18n.t('transfer.importLead')}</p>
          <FileChoice isBusy={state.isBusy.value} onFile={(file) => void state.choose(file)} />
        </>
      )}
      {step.name === 'passphrase' && (
        <FilePassphrase
          fileName={step.file.name}
          isWrong={isWrong}
          isBusy={state.isBusy.value}
          onPassphrase={(passphrase) => void state.unlock(step.file, passphrase)}
          onCancel={() => state.cancel()}
        />
      )}
      {step.name === 'preview' && <ImportPreview state={state} step={step} appNames={appNames} />}
      {step.name === 'done' && <Done fileName={step.fileName} outcome={step.outcome} onClose={() => state.cancel()} />}
    </section>
  );
}

/** A file dropped anywhere, and at any step, must not take the page away. */
function keepPage(): () => void {
  const ended = new AbortController();
  const stay = (event: DragEvent): void => event.preventDefault();
  window.addEventListener('dragover', stay, { signal: ended.signal });
  window.addEventListener('drop', stay, { signal: ended.signal });
  return () => ended.abort();
}

interface DoneProps {
  fileName: string;
  outcome: ImportOutcome;
  onClose: () => void;
}

function Done({ fileName, outcome: { added, replaced, sites, callbacks }, onClose }: DoneProps) {
  return (
    <>
      <Notice level="ok" urgent name="imported" title={i18n.t('transfer.imported', [fileName])}>
        <p>{i18n.t('transfer.importedCounts', [added, replaced, sites, callbacks])}</p>
        {sites > 0 && <p>{i18n.t('transfer.importedSites')}</p>}
      </Notice>
      <div class={styles.actions}>
        <Button action="import-again" autofocus onPress={onClose}>
          {i18n.t('transfer.importAgain')}
        </Button>
      </div>
    </>
  );
}
