/** The secret of a profile, of either kind: typed masked, empty to keep the stored one, and not asked for where none is kept. */

import type { ProfileDraft } from '@/profiles/schema';
import { Icon } from '../components/Icon';
import { SecretInput } from '../components/SecretInput';
import { i18n } from '../i18n';
import type { FieldMaker } from './field-maker';
import styles from './ProfileEditor.module.css';
import type { SecretField as Name } from './profile-form';

const words = {
  clientSecret: { label: 'editor.clientSecret', hint: null, notKept: 'editor.secretNotKept' },
  apiToken: { label: 'editor.apiToken', hint: 'editor.apiTokenHint', notKept: 'editor.tokenNotKept' },
} as const satisfies Record<Name, unknown>;

interface Props {
  name: Name;
  draft: ProfileDraft;
  field: FieldMaker;
  isKept: boolean;
  isStored: boolean;
}

export function SecretField({ name, draft, field, isKept, isStored }: Props) {
  const { label, hint, notKept } = words[name];
  if (!isKept) {
    return (
      <p class={styles.understood}>
        <Icon name="info" />
        {i18n.t(notKept)}
      </p>
    );
  }
  const hints = [...(isStored ? [i18n.t('editor.secretStored')] : []), ...(hint ? [i18n.t(hint)] : [])];
  return field(name, { label: i18n.t(label), ...(hints.length > 0 && { hint: hints.join(' ') }) }, (attributes) => (
    <SecretInput
      {...attributes}
      autocomplete="off"
      defaultValue={draft[name]}
      placeholder={isStored ? '••••••••••••' : ''}
    />
  ));
}
