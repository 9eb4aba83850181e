/** Every value derived from a profile, with copy, and where a page is open with "put into the focused field". */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Failure } from '@/lib/result';
import { send } from '@/messaging/client';
import type { CopyName } from '@/messaging/protocol';
import { Button } from '../components/Button';
import { CopyButton } from '../components/CopyButton';
import { FailureNotice } from '../components/FailureNotice';
import { copyNames, valueLabel } from '../words/value-label';
import styles from './ValueList.module.css';

interface Props {
  profileId: string;
  /** Puts a value into the page's focused field; absent where there is no page. */
  onPut?: (name: CopyName) => void;
}

export function ValueList({ profileId, onPut }: Props) {
  const values = useSignal<Record<CopyName, string> | null>(null);
  const failure = useSignal<Failure | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void send('profile.values', { id: profileId }).then((answer) => {
      if (!isCurrent) return;
      values.value = answer.ok ? answer.value : null;
      failure.value = answer.ok ? null : answer.failure;
    });
    return () => {
      isCurrent = false;
    };
  }, [profileId, values, failure]);
  const shown = values.value;
  return (
    <>
      <FailureNotice failure={failure.value} />
      <ul class={styles.values} aria-busy={shown ? undefined : 'true'}>
        {copyNames.map((name) => (
          <li key={name} class={styles.row} data-value={name}>
            <span class={styles.label}>{valueLabel(name)}</span>
            {/* Cut off at its start, where it is too long: the end of an address tells more. */}
            <span class={styles.value} title={shown?.[name]}>
              <bdi>{shown?.[name] ?? '\u00a0'}</bdi>
            </span>
            {shown && (
              <span class={styles.actions}>
                {onPut && <PutButton name={name} onPut={onPut} />}
                <CopyButton text={shown[name]} what={valueLabel(name)} action="copy-value" />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function PutButton({ name, onPut }: { name: CopyName; onPut: (name: CopyName) => void }) {
  return (
    <Button rank="quiet" icon="insert" iconOnly action="put-value" onPress={() => onPut(name)}>
      {i18n.t('values.put', [valueLabel(name)])}
    </Button>
  );
}
