/** Connects an authentik: by the administrator's own session in the browser, or by an API token. */
import { useSignal } from '@preact/signals';
import { Button } from '../components/Button';
import { Field } from '../components/Field';
import { OptionCards } from '../components/OptionCards';
import { SecretInput } from '../components/SecretInput';
import { i18n } from '../i18n';
import { requestSite } from '../permission';
import type { AuthentikState } from './authentik-state';
import styles from './Task.module.css';
import { TroubleNotice } from './TroubleNotice';

type Way = 'session' | 'token';

export function ConnectForm({ state, way: first }: { state: AuthentikState; way?: Way }) {
  const way = useSignal<Way>(first ?? state.view.value?.by ?? 'session');
  const keepsTokens = state.desk.keepsSecrets.value;
  const connect = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const form = new FormData(event.currentTarget);
    const address = String(form.get('address') ?? '').trim();
    const token = way.value === 'token' ? String(form.get('token') ?? '') : undefined;
    const url = URL.parse(address);
    // The request is the first thing the press does: browsers refuse it after any waiting.
    const asked = url?.protocol === 'https:' ? requestSite(url.origin) : Promise.resolve(false);
    void asked.then(() => state.connect(address, token));
  };
  return (
    <form class={styles.part} onSubmit={connect} data-section="connect">
      <h2>{i18n.t('authentik.connectTitle')}</h2>
      <p class={styles.soft}>{i18n.t('authentik.connectText')}</p>
      {(first || state.baseUrl.value === null) && <TroubleNotice state={state} trouble={state.trouble.value} />}
      <Field name="address" label={i18n.t('editor.address')} hint={i18n.t('editor.addressHint')}>
        {(attributes) => (
          <input {...attributes} type="url" required defaultValue={state.baseUrl.value ?? ''} spellcheck={false} />
        )}
      </Field>
      {keepsTokens && (
        <OptionCards
          name="way"
          question={i18n.t('authentik.wayQuestion')}
          options={[
            { value: 'session', title: i18n.t('authentik.session'), text: i18n.t('authentik.sessionText') },
            { value: 'token', title: i18n.t('authentik.token'), text: i18n.t('authentik.tokenText') },
          ]}
          chosen={way}
        />
      )}
      {way.value === 'token' && (
        <Field name="token" label={i18n.t('editor.apiToken')} hint={i18n.t('authentik.tokenHint')}>
          {(attributes) => <SecretInput {...attributes} autocomplete="off" />}
        </Field>
      )}
      <p class={styles.buttons}>
        <Button type="submit" rank="primary" action="connect-authentik" busy={state.isBusy.value}>
          {i18n.t('authentik.connect')}
        </Button>
      </p>
    </form>
  );
}
