/** Shows a profile's secret, after the passphrase, for half a minute at most; it stands in the page and nowhere else. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Failure } from '@/lib/result';
import { send } from '@/messaging/client';
import type { ProfileSummary } from '@/profiles/schema';
import { Button } from '../components/Button';
import { FailureNotice } from '../components/FailureNotice';
import { Field } from '../components/Field';
import { SecretInput } from '../components/SecretInput';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import type { ShownMessage } from '../words/message-words';
import styles from './RevealSecret.module.css';

const shownFor = 30_000;
const wrong: ShownMessage[] = [{ level: 'error', code: 'wrongPassphrase' }];

interface Props {
  desk: Desk;
  profile: Pick<ProfileSummary, 'id' | 'kind'>;
}

export function RevealSecret({ desk, profile: { id, kind } }: Props) {
  const step = useSignal<'hidden' | 'asking' | 'shown'>('hidden');
  const failure = useSignal<Failure | null>(null);
  const isBusy = useSignal(false);
  const place = useRef<HTMLElement>(null);
  const hide = (): void => {
    empty(place.current);
    step.value = 'hidden';
  };
  useSignalEffect(() => (step.value === 'shown' ? hideInTime(hide) : undefined));
  useEffect(() => {
    // When the profile is closed, `place` has let go of the element already.
    const element = place.current;
    return () => empty(element);
  }, []);
  const reveal = async (passphrase: string): Promise<void> => {
    isBusy.value = true;
    const answer = await send('profile.reveal', { id, passphrase });
    isBusy.value = false;
    failure.value = answer.ok ? null : answer.failure;
    if (!answer.ok) {
      if (answer.failure.kind === 'vault-locked') desk.passes(answer);
    } else if (place.current) {
      // Written past the component's state, which could outlive what is on the screen.
      place.current.textContent = answer.value.secret;
      step.value = 'shown';
    }
  };
  const label = i18n.t(kind === 'api-token' ? 'editor.apiToken' : 'editor.clientSecret');
  const isWrong = failure.value?.kind === 'wrong-passphrase';
  return (
    <section class={styles.reveal} aria-label={label} data-secret={step.value}>
      <div class={styles.row}>
        <span class={styles.label}>{label}</span>
        <span class={styles.secret}>
          <code ref={place} hidden={step.value !== 'shown'} />
          {step.value !== 'shown' && <span aria-hidden="true">••••••••••••</span>}
        </span>
        {step.value !== 'asking' && (
          <ShowButton isShown={step.value === 'shown'} onShow={() => (step.value = 'asking')} onHide={hide} />
        )}
      </div>
      <p class={styles.note} role="status">
        {step.value === 'shown' && i18n.t('reveal.shown')}
      </p>
      {step.value === 'asking' && (
        <RevealForm
          isWrong={isWrong}
          failure={failure.value}
          isBusy={isBusy.value}
          onPassphrase={(passphrase) => void reveal(passphrase)}
          onCancel={() => {
            failure.value = null;
            step.value = 'hidden';
          }}
        />
      )}
    </section>
  );
}

/** One button, so that the focus stays where it is when the secret goes. */
function ShowButton({ isShown, onShow, onHide }: { isShown: boolean; onShow: () => void; onHide: () => void }) {
  return (
    <Button
      icon={isShown ? 'eye-off' : 'eye'}
      action={isShown ? 'hide-secret' : 'reveal-secret'}
      autofocus={isShown}
      onPress={isShown ? onHide : onShow}
    >
      {isShown ? i18n.t('reveal.hide') : i18n.t('reveal.show')}
    </Button>
  );
}

interface FormProps {
  isWrong: boolean;
  failure: Failure | null;
  isBusy: boolean;
  onPassphrase: (passphrase: string) => void;
  onCancel: () => void;
}

function RevealForm({ isWrong, failure, isBusy, onPassphrase, onCancel }: FormProps) {
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const passphrase = String(new FormData(form).get('revealPassphrase') ?? '');
        if (isBusy || passphrase === '') return;
        form.querySelector('input')?.select();
        onPassphrase(passphrase);
      }}
    >
      <FailureNotice failure={isWrong ? null : failure} />
      <Field
        name="revealPassphrase"
        label={i18n.t('unlock.passphrase')}
        hint={i18n.t('reveal.hint')}
        messages={isWrong ? wrong : []}
      >
        {(attributes) => <SecretInput {...attributes} autocomplete="current-password" autofocus />}
      </Field>
      <div class={styles.actions}>
        <Button type="submit" rank="primary" action="confirm-reveal" busy={isBusy}>
          {i18n.t('reveal.confirm')}
        </Button>
        <Button action="cancel-reveal" onPress={onCancel}>
          {i18n.t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

function empty(element: HTMLElement | null): void {
  if (element) element.textContent = '';
}

/** Not for longer than half a minute, and only while somebody is looking: a window behind another shows nothing. */
function hideInTime(hide: () => void): () => void {
  const timer = setTimeout(hide, shownFor);
  const onHidden = (): void => {
    if (document.hidden) hide();
  };
  window.addEventListener('blur', hide);
  window.addEventListener('pagehide', hide);
  document.addEventListener('visibilitychange', onHidden);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('blur', hide);
    window.removeEventListener('pagehide', hide);
    document.removeEventListener('visibilitychange', onHidden);
  };
}
