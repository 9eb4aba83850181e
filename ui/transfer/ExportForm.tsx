/** The form of an export; what is typed stays in its fields, and nowhere else. */
import { type Signal, useSignal } from '@preact/signals';
import type { Failure } from '@/lib/result';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Field } from '../components/Field';
import { OptionCards } from '../components/OptionCards';
import { SecretInput } from '../components/SecretInput';
import { i18n } from '../i18n';
import { PassphraseFields, type PassphraseMessages } from '../lock/PassphraseFields';
import type { ShownMessage } from '../words/message-words';
import styles from './Transfer.module.css';

export interface ExportMessages extends PassphraseMessages {
  vaultPassphrase?: ShownMessage;
}

interface Props {
  /** The vault has a passphrase, which is asked for again. */
  asksVault: boolean;
  messages: Signal<ExportMessages>;
  failure: Failure | null;
  isBusy: boolean;
  onSubmit: (form: HTMLFormElement) => void;
}

export function ExportForm({ asksVault, messages, failure, isBusy, onSubmit }: Props) {
  const mode = useSignal<'encrypted' | 'plain'>('encrypted');
  const { vaultPassphrase } = messages.value;
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit(event.currentTarget);
      }}
    >
      <p class={styles.lead}>{i18n.t('transfer.exportLead')}</p>
      <Modes mode={mode} />
      {mode.value === 'encrypted' && (
        <PassphraseFields
          messages={messages}
          label={i18n.t('transfer.filePassphrase')}
          hint={i18n.t('transfer.filePassphraseHint')}
          forgotten={i18n.t('transfer.fileForgotten')}
        />
      )}
      {asksVault && (
        <Field
          name="vaultPassphrase"
          label={i18n.t('transfer.vaultPassphrase')}
          hint={i18n.t('transfer.vaultPassphraseHint')}
          messages={vaultPassphrase ? [vaultPassphrase] : []}
        >
          {(attributes) => <SecretInput {...attributes} autocomplete="current-password" />}
        </Field>
      )}
      <FailureNotice failure={failure} />
      <div class={styles.actions}>
        <Button type="submit" rank="primary" action="export" busy={isBusy}>
          {i18n.t('transfer.exportNow')}
        </Button>
      </div>
    </form>
  );
}

function Modes({ mode }: { mode: Signal<'encrypted' | 'plain'> }) {
  return (
    <OptionCards
      name="exportMode"
      question={i18n.t('transfer.question')}
      options={[
        { value: 'encrypted', title: i18n.t('transfer.encrypted'), text: i18n.t('transfer.encryptedText') },
        { value: 'plain', title: i18n.t('transfer.plain'), text: i18n.t('transfer.plainText') },
      ]}
      chosen={mode}
    />
  );
}
