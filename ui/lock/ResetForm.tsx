/** Deletes everything Latchkey keeps, once its word has been typed. */
import { useSignal } from '@preact/signals';
import type { Failure } from '@/lib/result';
import { send } from '@/messaging/client';
import type { VaultStatus } from '@/messaging/protocol';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Field } from '../components/Field';
import { i18n } from '../i18n';
import type { ShownMessage } from '../words/message-words';
import styles from './Begin.module.css';

export function ResetForm({ onReset }: { onReset: (state: VaultStatus['state']) => void }) {
  const failure = useSignal<Failure | null>(null);
  const messages = useSignal<ShownMessage[]>([]);
  const isBusy = useSignal(false);
  const word = i18n.t('reset.word');
  const reset = async (): Promise<void> => {
    isBusy.value = true;
    const answer = await send('vault.reset');
    isBusy.value = false;
    failure.value = answer.ok ? null : answer.failure;
    if (answer.ok) onReset(answer.value.state);
  };
  const submit = (form: HTMLFormElement): void => {
    const typed = String(new FormData(form).get('word') ?? '').trim();
    const isRight = typed.toLowerCase() === word.toLowerCase();
    messages.value = isRight ? [] : [{ level: 'error', code: 'resetWord', substitutions: [word] }];
    if (isRight) void reset();
    else form.querySelector('input')?.select();
  };
  return (
    <form
      class={styles.reset}
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy.value) submit(event.currentTarget);
      }}
    >
      <p>{i18n.t('reset.text')}</p>
      <Field name="word" label={i18n.t('reset.label', [word])} messages={messages.value}>
        {(attributes) => <input {...attributes} type="text" spellcheck={false} autocapitalize="off" />}
      </Field>
      <FailureNotice failure={failure.value} />
      <Button type="submit" rank="danger" icon="trash" action="reset-vault" busy={isBusy.value}>
        {i18n.t('reset.button')}
      </Button>
    </form>
  );
}
