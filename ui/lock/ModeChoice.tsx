/** The two ways of keeping profiles, each with what it means. */
import type { Signal } from '@preact/signals';
import { i18n } from '#i18n';
import styles from './ModeChoice.module.css';

export function ModeChoice({ mode }: { mode: Signal<'encrypted' | 'no-secrets'> }) {
  const option = (value: 'encrypted' | 'no-secrets', title: string, text: string) => (
    <label class={styles.option}>
      <input
        type="radio"
        name="mode"
        value={value}
        checked={mode.value === value}
        onChange={() => {
          mode.value = value;
        }}
      />
      <span>
        <strong>{title}</strong>
        <span class={styles.text}>{text}</span>
      </span>
    </label>
  );
  return (
    <fieldset class={styles.options}>
      <legend>{i18n.t('welcome.question')}</legend>
      {option('encrypted', i18n.t('welcome.encrypted'), i18n.t('welcome.encryptedText'))}
      {option('no-secrets', i18n.t('welcome.noSecrets'), i18n.t('welcome.noSecretsText'))}
    </fieldset>
  );
}
