/** Takes profiles from the clients of an authentik: the list while it is read, the choice, and what came of it. */
import { useEffect, useMemo } from 'preact/hooks';
import type { OpenRecord } from '@/authentik/model';
import { Button } from '../components/Button';
import { i18n } from '../i18n';
import type { AuthentikState } from './authentik-state';
import { ClientImportState } from './client-import-state';
import { ImportChoice } from './ImportChoice';
import { ImportDone } from './ImportDone';
import styles from './Task.module.css';
import { TroubleNotice } from './TroubleNotice';

interface Props {
  authentik: AuthentikState;
  /** What authentik's own page showed when this was asked for. */
  open: OpenRecord | undefined;
}

export function ImportTask({ authentik, open }: Props) {
  const state = useMemo(() => new ClientImportState(authentik, open), [authentik, open]);
  useEffect(() => {
    void state.read();
    const left = new AbortController();
    // The background holds what was read, secrets included, only for as long as somebody looks at it.
    window.addEventListener('pagehide', () => state.forget(), { signal: left.signal });
    return () => {
      left.abort();
      state.forget();
    };
  }, [state]);
  const step = state.step.value;
  return (
    <section class={styles.part} data-import={step.name}>
      <h1>{i18n.t('authentikImport.title')}</h1>
      <TroubleNotice state={authentik} trouble={authentik.trouble.value} onRetry={() => void state.read()} />
      {step.name === 'reading' && authentik.isBusy.value && <Reading authentik={authentik} />}
      {step.name === 'preview' && <ImportChoice state={state} preview={step.preview} />}
      {step.name === 'done' && <ImportDone outcome={step.outcome} onAgain={() => void state.read()} />}
    </section>
  );
}

function Reading({ authentik }: { authentik: AuthentikState }) {
  const progress = authentik.progress.value;
  const words = progress
    ? i18n.t('authentikImport.progress', [progress.done, progress.total])
    : i18n.t('authentikImport.reading');
  return (
    <div class={styles.part}>
      <p role="status">{words}</p>
      <progress
        aria-label={i18n.t('authentikImport.reading')}
        {...(progress && { value: progress.done, max: progress.total })}
      />
      <p class={styles.buttons}>
        <Button action="cancel-job" onPress={() => authentik.cancel()}>
          {i18n.t('common.cancel')}
        </Button>
      </p>
    </div>
  );
}
