/** Another passphrase for the vault; a wrong current one says so, and what was typed stays. */
import { useSignal } from '@preact/signals';
import { send } from '@/messaging/client';
import { Button } from '../components/Button';
import { Field } from '../components/Field';
import { SecretInput } from '../components/SecretInput';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import { checkPassphrase } from '../lock/check-passphrase';
import { PassphraseFields, type PassphraseMessages } from '../lock/PassphraseFields';
import type { ShownMessage } from '../words/message-words';
import styles from './Security.module.css';

const wrong: ShownMessage = { level: 'error', code: 'wrongPassphrase' };

export function PassphraseChange({ desk }: { desk: Desk }) {
  const messages = useSignal<PassphraseMessages>({});
  const isWrong = useSignal(false);
  const isBusy = useSignal(false);
  /** Another number is another, empty form. */
  const round = useSignal(0);
  const change = async (form: HTMLFormElement, current: string, next: string): Promise<void> => {
    isBusy.value = true;
    const answer = await send('vault.changePassphrase', { current, next });
    isBusy.value = false;
    isWrong.value = !answer.ok && answer.failure.kind === 'wrong-passphrase';
    if (isWrong.value) form.querySelector<HTMLInputElement>('[name="current"]')?.select();
    else if (desk.passes(answer)) {
      form.reset();
      round.value += 1;
      desk.say(i18n.t('security.changed'));
    }
  };
  const submit = (form: HTMLFormElement): void => {
    const data = new FormData(form);
    const typed = (name: string): string => String(data.get(name) ?? '');
    isWrong.value = false;
    messages.value = checkPassphrase(typed('passphrase'), typed('again'));
    const bad = messages.value.passphrase ? 'passphrase' : messages.value.again && 'again';
    if (bad) form.querySelector<HTMLInputElement>(`[name="${bad}"]`)?.focus();
    else void change(form, typed('current'), typed('passphrase'));
  };
  return (
    <form
      key={round.value}
      class={styles.group}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy.value) submit(event.currentTarget);
      }}
    >
      <Field name="current" label={i18n.t('security.current')} messages={isWrong.value ? [wrong] : []}>
        {(attributes) => <SecretInput {...attributes} autocomplete="current-password" />}
      </Field>
      <PassphraseFields messages={messages} label={i18n.t('security.next')} />
      <div>
        <Button type="submit" rank="primary" action="change-passphrase" busy={isBusy.value}>
          {i18n.t('security.change')}
        </Button>
      </div>
    </form>
  );
}
