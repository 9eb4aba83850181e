/** The first run: how profiles are kept, said plainly, and the passphrase when they are kept encrypted. */
import { useSignal } from '@preact/signals';
import type { Failure } from '@/lib/result';
import { send } from '@/messaging/client';
import type { ScreenMessages, VaultStatus } from '@/messaging/protocol';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { checkPassphrase } from './check-passphrase';
import { ModeChoice } from './ModeChoice';
import { PassphraseFields, type PassphraseMessages } from './PassphraseFields';
import styles from './Welcome.module.css';

type Creation = Parameters<ScreenMessages['vault.create']>[0];

export function Welcome({ onCreated }: { onCreated: (state: VaultStatus['state']) => void }) {
  const mode = useSignal<Creation['mode']>('encrypted');
  const messages = useSignal<PassphraseMessages>({});
  const failure = useSignal<Failure | null>(null);
  const isBusy = useSignal(false);
  const create = async (data: Creation): Promise<void> => {
    isBusy.value = true;
    const answer = await send('vault.create', data);
    isBusy.value = false;
    failure.value = answer.ok ? null : answer.failure;
    if (answer.ok) onCreated(answer.value.state);
  };
  const submit = (form: HTMLFormElement): void => {
    if (mode.value === 'no-secrets') {
      void create({ mode: 'no-secrets' });
      return;
    }
    const data = new FormData(form);
    const passphrase = String(data.get('passphrase') ?? '');
    messages.value = checkPassphrase(passphrase, String(data.get('again') ?? ''));
    const wrong = messages.value.passphrase ? 'passphrase' : messages.value.again && 'again';
    if (wrong) form.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
    else void create({ mode: 'encrypted', passphrase });
  };
  return (
    <form
      class={styles.welcome}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy.value) submit(event.currentTarget);
      }}
    >
      <img src="/icon.svg" width="56" height="56" alt="" />
      <h1>{i18n.t('welcome.title')}</h1>
      <p class={styles.lead}>{i18n.t('welcome.lead')}</p>
      <ModeChoice mode={mode} />
      {mode.value === 'encrypted' ? <PassphraseFields messages={messages} autofocus /> : <ReadableNotice />}
      <FailureNotice failure={failure.value} />
      <Button type="submit" rank="primary" wide action="create-vault" busy={isBusy.value}>
        {mode.value === 'encrypted' ? i18n.t('welcome.create') : i18n.t('welcome.createOpen')}
      </Button>
    </form>
  );
}

function ReadableNotice() {
  return (
    <Notice level="warning" name="readable">
      <p>{i18n.t('welcome.noSecretsReadable')}</p>
    </Notice>
  );
}
