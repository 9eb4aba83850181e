/** A new passphrase, typed twice or made by Latchkey; strength is hinted at while typing. */
import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { generatePassphrase } from '@/lib/passphrase';
import { Button } from '../components/Button';
import { CopyButton } from '../components/CopyButton';
import { Field } from '../components/Field';
import { SecretInput } from '../components/SecretInput';
import { i18n } from '../i18n';
import type { ShownMessage } from '../words/message-words';
import styles from './PassphraseFields.module.css';
import { StrengthHint } from './StrengthHint';
import { type Strength, strengthOf } from './strength';

export interface PassphraseMessages {
  passphrase?: ShownMessage;
  again?: ShownMessage;
}

interface Props {
  messages: Signal<PassphraseMessages>;
  /** What the passphrase is for; by default it is the vault's. */
  label?: string;
  hint?: string;
  forgotten?: string;
  autofocus?: boolean;
}

export function PassphraseFields({ messages, label, hint, forgotten, autofocus = false }: Props) {
  const strength = useSignal<Strength | null>(null);
  const generated = useSignal<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const generate = (): void => {
    const passphrase = generatePassphrase();
    for (const input of box.current?.querySelectorAll('input') ?? []) input.value = passphrase;
    generated.value = passphrase;
    strength.value = strengthOf(passphrase);
    messages.value = {};
  };
  const typed = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    messages.value = {};
    if (event.target.name !== 'passphrase') return;
    strength.value = event.target.value ? strengthOf(event.target.value) : null;
    generated.value = null;
  };
  const { passphrase, again } = messages.value;
  return (
    <div class={styles.fields} ref={box} onInput={typed}>
      <Field
        name="passphrase"
        label={label ?? i18n.t('welcome.passphrase')}
        hint={hint ?? i18n.t('welcome.passphraseHint')}
        messages={passphrase ? [passphrase] : []}
      >
        {(attributes) => <SecretInput {...attributes} autocomplete="new-password" autofocus={autofocus} />}
      </Field>
      <div class={styles.row}>
        <StrengthHint strength={strength.value} />
        <Button icon="key" action="generate-passphrase" onPress={generate}>
          {i18n.t('welcome.generate')}
        </Button>
      </div>
      {generated.value && <Generated passphrase={generated.value} />}
      <Field name="again" label={i18n.t('welcome.again')} messages={again ? [again] : []}>
        {(attributes) => <SecretInput {...attributes} autocomplete="new-password" />}
      </Field>
      <p class={styles.forgotten}>{forgotten ?? i18n.t('welcome.forgotten')}</p>
    </div>
  );
}

function Generated({ passphrase }: { passphrase: string }) {
  return (
    <div class={styles.generated} role="status">
      <strong>{i18n.t('welcome.generated')}</strong>
      <div class={styles.row}>
        <code>{passphrase}</code>
        <CopyButton text={passphrase} what={i18n.t('welcome.passphrase')} action="copy-passphrase" worded />
      </div>
      <p>{i18n.t('welcome.generatedText')}</p>
    </div>
  );
}
