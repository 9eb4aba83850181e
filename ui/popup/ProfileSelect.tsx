/** A native choice of one profile. */

import type { ProfileSummary } from '@/profiles/schema';
import { Field } from '../components/Field';
import { takeFocus } from '../components/take-focus';
import { i18n } from '../i18n';
import { kindWords } from '../words/kind-words';

interface Props {
  name: string;
  profiles: Pick<ProfileSummary, 'id' | 'name' | 'kind'>[];
  value: string;
  hint?: string | undefined;
  onPick: (id: string) => void;
  autofocus?: boolean;
}

export function ProfileSelect({ name, profiles, value, hint, onPick, autofocus }: Props) {
  return (
    <Field name={name} label={i18n.t('card.profile')} hint={hint}>
      {(attributes) => (
        <select
          {...attributes}
          ref={autofocus ? takeFocus : null}
          value={value}
          onChange={(event) => onPick(event.currentTarget.value)}
        >
          {value === '' && <option value="">{i18n.t('card.chooseProfile')}</option>}
          {profiles.map((profile) => (
            <option key={profile.id} value={profile.id}>
              {optionWords(profile)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The usual kind goes without saying. */
function optionWords({ name, kind }: Pick<ProfileSummary, 'name' | 'kind'>): string {
  return kind === 'api-token' ? `${name} · ${kindWords(kind)}` : name;
}
