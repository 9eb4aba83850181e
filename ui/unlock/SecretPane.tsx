/** Asks for the secret of one profile for one site, where the vault keeps none; it is read once and never kept here. */
import { useSignal } from '@preact/signals';
import type { Failure, Result } from '@/lib/result';
import { send } from '@/messaging/client';
import type { WantedSecret } from '@/messaging/protocol';
import type { FieldMessage } from '@/profiles/schema';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Field } from '../components/Field';
import { Icon } from '../components/Icon';
import { SecretInput } from '../components/SecretInput';
import { i18n } from '../i18n';
import styles from '../lock/LockedPane.module.css';
import formStyles from '../lock/UnlockForm.module.css';

interface Props {
  wanted: WantedSecret;
  onDone: () => void;
}

export function SecretPane({ wanted, onDone }: Props) {
  const messages = useSignal<FieldMessage[]>([]);
  const failure = useSignal<Failure | null>(null);
  const isBusy = useSignal(false);
  const passes = <T,>(answer: Result<T>): answer is { ok: true; value: T } => {
    failure.value = answer.ok ? null : answer.failure;
    return answer.ok;
  };
  const keep = async (form: HTMLFormElement): Promise<void> => {
    const secret = String(new FormData(form).get('secret') ?? '');
    isBusy.value = true;
    const answer = await send('secret.keep', { profileId: wanted.profileId, secret });
    isBusy.value = false;
    if (!passes(answer)) return;
    messages.value = answer.value.messages;
    if (answer.value.messages.length > 0) return form.querySelector('input')?.focus();
    form.reset();
    onDone();
  };
  const skip = async (): Promise<void> => {
    if (passes(await send('secret.skip'))) onDone();
  };
  const words = wordsFor(wanted);
  return (
    <section class={styles.pane}>
      <span class={styles.disc}>
        <Icon name="key" size={22} />
      </span>
      <h1>{words.title}</h1>
      <p class={styles.text}>{i18n.t('secret.text', [wanted.appName, wanted.host])}</p>
      <form
        class={formStyles.form}
        autocomplete="off"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy.value) void keep(event.currentTarget);
        }}
      >
        <FailureNotice failure={failure.value} />
        <Field name="secret" label={words.label} hint={words.hint} messages={messages.value}>
          {(attributes) => <SecretInput {...attributes} autocomplete="off" autofocus />}
        </Field>
        <Button type="submit" rank="primary" wide action="keep-secret" busy={isBusy.value}>
          {i18n.t('secret.keep')}
        </Button>
        <Button wide action="skip-secret" onPress={() => void skip()}>
          {i18n.t('secret.skip')}
        </Button>
      </form>
      <p class={styles.note}>{i18n.t('secret.never')}</p>
    </section>
  );
}

function wordsFor({ kind, name }: WantedSecret): { title: string; label: string; hint: string } {
  const hint = i18n.t('secret.hint');
  if (kind === 'api-token')
    return { title: i18n.t('secret.tokenTitle', [name]), label: i18n.t('editor.apiToken'), hint };
  return { title: i18n.t('secret.title', [name]), label: i18n.t('editor.clientSecret'), hint };
}
