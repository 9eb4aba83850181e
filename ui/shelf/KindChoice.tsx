/** The two kinds of profile, each with what it is for; fixed once a profile is stored. */
import type { Signal } from '@preact/signals';
import type { ProfileDraft } from '@/profiles/schema';
import { i18n } from '../i18n';
import { kindWords } from '../words/kind-words';
import styles from './KindChoice.module.css';

type Kind = ProfileDraft['kind'];

export function KindChoice({ kind, isFixed }: { kind: Signal<Kind>; isFixed: boolean }) {
  if (isFixed) return <FixedKind kind={kind.value} />;
  const option = (value: Kind, text: string) => (
    <label class={styles.option}>
      <input
        type="radio"
        name="kind"
        value={value}
        checked={kind.value === value}
        onChange={() => {
          kind.value = value;
        }}
      />
      <span>
        <strong>{kindWords(value)}</strong>
        <span class={styles.text}>{text}</span>
      </span>
    </label>
  );
  return (
    <fieldset class={styles.options}>
      <legend>{i18n.t('kind.question')}</legend>
      {option('oidc-client', i18n.t('kind.oidcClientText'))}
      {option('api-token', i18n.t('kind.apiTokenText'))}
    </fieldset>
  );
}

/** A hidden input keeps the form the only place its draft is read from. */
function FixedKind({ kind }: { kind: Kind }) {
  return (
    <p class={styles.fixed}>
      {kindWords(kind)}
      <input type="hidden" name="kind" value={kind} />
    </p>
  );
}
