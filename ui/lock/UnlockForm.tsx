/** Asks for the passphrase and opens the vault; the passphrase is read once and never kept. */
import { useSignal } from '@preact/signals';
import type { Failure } from '@/lib/result';
import { send } from '@/messaging/client';
import type { VaultStatus } from '@/messaging/protocol';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Field } from '../components/Field';
import { SecretInput } from '../components/SecretInput';
import { i18n } from '../i18n';
import type { ShownMessage } from '../words/message-words';
import styles from './UnlockForm.module.css';

const wrong: ShownMessage[] = [{ level: 'error', code: 'wrongPassphrase' }];

export function UnlockForm({ onUnlocked }: { onUnlocked: (state: VaultStatus['state']) => void }) {
  const failure = useSignal<Failure | null>(null);
  const isBusy = useSignal(false);
  const unlock = async (form: HTMLFormElement): Promise<void> => {
    const passphrase = String(new FormData(form).get('passphrase') ?? '');
    isBusy.value = true;
    const answer = await send('vault.unlock', { passphrase });
    isBusy.value = false;
    failure.value = answer.ok ? null : answer.failure;
    if (answer.ok) {
      form.reset();
      onUnlocked(answer.value.state);
    } else {
      form.querySelector('input')?.select();
    }
  };
  const isWrong = failure.value?.kind === 'wrong-passphrase';
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy.value) void unlock(event.currentTarget);
      }}
    >
      <FailureNotice failure={isWrong ? null : failure.value} />
      <Field name="passphrase" label={i18n.t('unlock.passphrase')} messages={isWrong ? wrong : []}>
        {(attributes) => <SecretInput {...attributes} autocomplete="current-password" autofocus />}
      </Field>
      <Button type="submit" rank="primary" wide action="unlock" busy={isBusy.value}>
        {i18n.t('unlock.unlock')}
      </Button>
    </form>
  );
}
