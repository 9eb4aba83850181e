/** A file by the browser's own dialog, or dropped anywhere on the page. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { i18n } from '../i18n';
import styles from './Transfer.module.css';

interface Props {
  isBusy: boolean;
  onFile: (file: File) => void;
}

export function FileChoice({ isBusy, onFile }: Props) {
  const isOver = useSignal(false);
  useLayoutEffect(() => {
    const ended = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void): void =>
      window.addEventListener(type, handle, { signal: ended.signal });
    on('dragover', () => {
      isOver.value = true;
    });
    on('dragleave', () => {
      isOver.value = false;
    });
    on('drop', (event) => {
      isOver.value = false;
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
    });
    return () => ended.abort();
  }, [isOver, onFile]);
  return (
    <div class={styles.drop} data-over={isOver.value ? 'true' : undefined} aria-busy={isBusy ? 'true' : undefined}>
      <label for="field-importFile">{i18n.t('transfer.file')}</label>
      <input
        id="field-importFile"
        type="file"
        name="importFile"
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          // So that the same file can be chosen again, after it was put right.
          currentTarget.value = '';
        }}
      />
      <p class={styles.lead}>{i18n.t('transfer.drop')}</p>
    </div>
  );
}
