/** A native choice of one profile. */
import { i18n } from '#i18n';
import type { ProfileSummary } from '@/profiles/schema';
import { Field } from '../components/Field';

interface Props {
  name: string;
  profiles: Pick<ProfileSummary, 'id' | 'name'>[];
  value: string;
  hint?: string | undefined;
  onPick: (id: string) => void;
}

export function ProfileSelect({ name, profiles, value, hint, onPick }: Props) {
  return (
    <Field name={name} label={i18n.t('card.profile')} hint={hint}>
      {(attributes) => (
        <select {...attributes} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
          {value === '' && <option value="">{i18n.t('card.chooseProfile')}</option>}
          {profiles.map((profile) => (
            <option key={profile.id} value={profile.id}>
              {profile.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
