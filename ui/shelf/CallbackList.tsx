/** Callbacks captured from pages: the address, where it came from, copy and remove. */

import type { CapturedCallback } from '@/sites/schema';
import { Button } from '../components/Button';
import { CopyButton } from '../components/CopyButton';
import { i18n } from '../i18n';
import { entryWords } from '../words/how-words';
import styles from './CallbackList.module.css';

interface Props {
  callbacks: CapturedCallback[];
  onRemove: (id: string) => void;
}

export function CallbackList({ callbacks, onRemove }: Props) {
  return (
    <ul class={styles.callbacks}>
      {callbacks.map((callback) => (
        <li
          key={callback.id}
          class={styles.row}
          data-callback={callback.url}
          data-how={callback.how}
          data-matching={callback.matching}
          data-kind={callback.kind}
        >
          <span class={styles.url}>{callback.url}</span>
          <span class={styles.about}>
            {i18n.t('callbacks.on', [
              new URL(callback.origin).host,
              entryWords(callback),
              new Date(callback.at).toLocaleDateString(i18n.t('language')),
            ])}
          </span>
          <span class={styles.actions}>
            <Button rank="quiet" icon="trash" iconOnly action="remove-callback" onPress={() => onRemove(callback.id)}>
              {i18n.t('callbacks.remove', [callback.url])}
            </Button>
            <CopyButton text={callback.url} what={callback.url} action="copy-callback" />
          </span>
        </li>
      ))}
    </ul>
  );
}
