/** Every value derived from a profile, with copy, and where a page is open with "put into the focused field". */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Failure } from '@/lib/result';
import { send } from '@/messaging/client';
import type { CopyName } from '@/messaging/protocol';
import type { ProfileSummary } from '@/profiles/schema';
import { Button } from '../components/Button';
import { CopyButton } from '../components/CopyButton';
import { FailureNotice } from '../components/FailureNotice';
import { i18n } from '../i18n';
import { copyNames, valueLabel } from '../words/value-label';
import styles from './ValueList.module.css';

interface Props {
  profile: Pick<ProfileSummary, 'id' | 'kind'>;
  /** Puts a value into the page's focused field; absent where there is no page. */
  onPut?: (name: CopyName) => void;
}

export function ValueList({ profile: { id, kind }, onPut }: Props) {
  const values = useSignal<Partial<Record<CopyName, string>> | null>(null);
  const failure = useSignal<Failure | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void send('profile.values', { id }).then((answer) => {
      if (!isCurrent) return;
      values.value = answer.ok ? answer.value : null;
      failure.value = answer.ok ? null : answer.failure;
    });
    return () => {
      isCurrent = false;
    };
  }, [id, values, failure]);
  const shown = values.value;
  return (
    <>
      <FailureNotice failure={failure.value} />
      <ul class={styles.values} aria-busy={shown ? undefined : 'true'}>
        {copyNames(kind).map((name) => (
          <ValueRow key={name} name={name} text={shown?.[name]} onPut={onPut} />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  name: CopyName;
  /** Absent until it is read. */
  text: string | undefined;
  onPut: Props['onPut'];
}

function ValueRow({ name, text, onPut }: RowProps) {
  return (
    <li class={styles.row} data-value={name}>
      <span class={styles.label}>{valueLabel(name)}</span>
      {/* Cut off at its start, where it is too long: the end of an address tells more. */}
      <span class={styles.value} title={text}>
        <bdi>{text ?? '\u00a0'}</bdi>
      </span>
      {text !== undefined && (
        <span class={styles.actions}>
          {onPut && <PutButton name={name} onPut={onPut} />}
          <CopyButton text={text} what={valueLabel(name)} action="copy-value" />
        </span>
      )}
    </li>
  );
}

function PutButton({ name, onPut }: { name: CopyName; onPut: (name: CopyName) => void }) {
  return (
    <Button rank="quiet" icon="insert" iconOnly action="put-value" onPress={() => onPut(name)}>
      {i18n.t('values.put', [valueLabel(name)])}
    </Button>
  );
}
