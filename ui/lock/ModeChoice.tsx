/** The two ways of keeping profiles, each with what it means. */
import type { Signal } from '@preact/signals';
import { OptionCards } from '../components/OptionCards';
import { i18n } from '../i18n';

export function ModeChoice({ mode }: { mode: Signal<'encrypted' | 'no-secrets'> }) {
  return (
    <OptionCards
      name="mode"
      question={i18n.t('welcome.question')}
      options={[
        { value: 'encrypted', title: i18n.t('welcome.encrypted'), text: i18n.t('welcome.encryptedText') },
        { value: 'no-secrets', title: i18n.t('welcome.noSecrets'), text: i18n.t('welcome.noSecretsText') },
      ]}
      chosen={mode}
    />
  );
}
