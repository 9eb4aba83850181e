/** Export: what goes into the file, the two passphrases, and the file itself as a download. */
import { useSignal } from '@preact/signals';
import type { Failure } from '@/lib/result';
import { send } from '@/messaging/client';
import type { ScreenMessages } from '@/messaging/protocol';
import type { ExportFile } from '@/messaging/transfer';
import { Button } from '../components/Button';
import { Notice } from '../components/Notice';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import { checkPassphrase } from '../lock/check-passphrase';
import { download } from './download';
import { ExportForm, type ExportMessages } from './ExportForm';
import styles from './Transfer.module.css';

type Order = Parameters<ScreenMessages['export.make']>[0];

export function ExportPane({ desk }: { desk: Desk }) {
  const messages = useSignal<ExportMessages>({});
  const failure = useSignal<Failure | null>(null);
  const isBusy = useSignal(false);
  const made = useSignal<Omit<ExportFile, 'text'> | null>(null);
  const order = async (data: Order): Promise<void> => {
    isBusy.value = true;
    const answer = await send('export.make', data);
    isBusy.value = false;
    if (answer.ok) {
      const { text, ...about } = answer.value;
      download(about.name, text);
      made.value = about;
    } else if (answer.failure.kind === 'vault-locked') desk.passes(answer);
    else {
      const shown = messageOf(answer.failure);
      messages.value = shown;
      failure.value = Object.keys(shown).length > 0 ? null : answer.failure;
    }
  };
  const submit = (form: HTMLFormElement): void => {
    failure.value = null;
    const asked = readForm(form);
    messages.value = check(asked, desk.keepsSecrets.value);
    const [wrong] = Object.keys(messages.value);
    if (wrong) form.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus();
    else void order(orderOf(asked));
  };
  return (
    <section class={styles.card} aria-labelledby="export-title">
      <h2 id="export-title">{i18n.t('transfer.export')}</h2>
      {made.value ? (
        <Made made={made.value} onAgain={() => (made.value = null)} />
      ) : (
        <ExportForm
          asksVault={desk.keepsSecrets.value}
          messages={messages}
          failure={failure.value}
          isBusy={isBusy.value}
          onSubmit={submit}
        />
      )}
    </section>
  );
}

function Made({ made, onAgain }: { made: Omit<ExportFile, 'text'>; onAgain: () => void }) {
  return (
    <>
      <Notice level="ok" urgent name="exported" title={i18n.t('transfer.exported', [made.name])}>
        <p>{i18n.t('transfer.exportedText', [made.profiles])}</p>
      </Notice>
      {made.damaged > 0 && (
        <Notice level="warning" urgent name="damaged">
          <p>{i18n.t('transfer.exportDamaged', [made.damaged])}</p>
        </Notice>
      )}
      <div class={styles.actions}>
        <Button action="export-again" onPress={onAgain}>
          {i18n.t('transfer.exportAgain')}
        </Button>
      </div>
    </>
  );
}

interface Asked {
  mode: Order['mode'];
  vaultPassphrase: string;
  passphrase: string;
  again: string;
}

function readForm(form: HTMLFormElement): Asked {
  const data = new FormData(form);
  const text = (name: string): string => String(data.get(name) ?? '');
  return {
    mode: text('exportMode') === 'plain' ? 'plain' : 'encrypted',
    vaultPassphrase: text('vaultPassphrase'),
    passphrase: text('passphrase'),
    again: text('again'),
  };
}

function orderOf({ mode, vaultPassphrase, passphrase }: Asked): Order {
  return mode === 'plain'
    ? { mode, passphrase: vaultPassphrase }
    : { mode, passphrase: vaultPassphrase, filePassphrase: passphrase };
}

/** In the order of the form, so that the first wrong field gets the focus. */
function check({ mode, vaultPassphrase, passphrase, again }: Asked, asksVault: boolean): ExportMessages {
  const ofFile = mode === 'encrypted' ? checkPassphrase(passphrase, again) : {};
  const isMissing = asksVault && vaultPassphrase === '';
  return { ...ofFile, ...(isMissing && { vaultPassphrase: { level: 'error', code: 'passphraseMissing' } }) };
}

function messageOf({ kind }: Failure): ExportMessages {
  if (kind === 'wrong-passphrase') return { vaultPassphrase: { level: 'error', code: 'wrongPassphrase' } };
  if (kind === 'passphrase-reused') return { passphrase: { level: 'error', code: 'passphraseReused' } };
  return {};
}
