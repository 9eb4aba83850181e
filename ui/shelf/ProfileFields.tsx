/** The fields of a profile in three groups; uncontrolled, so that nothing but the user changes what is typed. */
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { ProfileDraft, ProfileField } from '@/profiles/schema';
import { type ControlAttributes, Field } from '../components/Field';
import { Icon } from '../components/Icon';
import { SecretInput } from '../components/SecretInput';
import type { Desk } from '../desk';
import type { EditorState } from './editor-state';
import styles from './ProfileEditor.module.css';

interface Props {
  desk: Desk;
  state: EditorState;
  draft: ProfileDraft;
  onOpenProfile: (id: string) => void;
}

export function WhereFields({ desk, state, draft, onOpenProfile }: Props) {
  const field = fieldOf(state, onOpenProfile);
  return (
    <Group title={i18n.t('editor.groupWhere')}>
      {field('address', { label: i18n.t('editor.address'), hint: i18n.t('editor.addressHint') }, (attributes) => (
        <input
          {...attributes}
          {...mono}
          type="text"
          inputMode="url"
          list="known-addresses"
          placeholder="https://authentik.company"
          defaultValue={draft.address}
        />
      ))}
      <datalist id="known-addresses">
        {desk.shelf.value?.instances.map((instance) => (
          <option key={instance.id} value={instance.baseUrl} />
        ))}
      </datalist>
      <Understood state={state} />
      {field('slug', { label: i18n.t('editor.slug'), hint: i18n.t('editor.slugHint') }, (attributes) => (
        <input {...attributes} {...mono} type="text" defaultValue={draft.slug} />
      ))}
    </Group>
  );
}

export function ClientFields({ desk, state, draft, onOpenProfile }: Props) {
  const field = fieldOf(state, onOpenProfile);
  const stored = draft.id !== undefined && desk.profile(draft.id)?.hasSecret;
  return (
    <Group title={i18n.t('editor.groupClient')}>
      {field('name', { label: i18n.t('editor.name') }, (attributes) => (
        <input {...attributes} type="text" placeholder={i18n.t('editor.namePlaceholder')} defaultValue={draft.name} />
      ))}
      {field('clientId', { label: i18n.t('editor.clientId') }, (attributes) => (
        <input {...attributes} {...mono} type="text" defaultValue={draft.clientId} />
      ))}
      {desk.keepsSecrets.value ? (
        field(
          'clientSecret',
          { label: i18n.t('editor.clientSecret'), ...(stored && { hint: i18n.t('editor.secretStored') }) },
          (attributes) => (
            <SecretInput
              {...attributes}
              autocomplete="off"
              defaultValue={draft.clientSecret}
              placeholder={stored ? '••••••••••••' : ''}
            />
          ),
        )
      ) : (
        <p class={styles.understood}>
          <Icon name="info" />
          {i18n.t('editor.secretNotKept')}
        </p>
      )}
    </Group>
  );
}

export function MoreFields({ state, draft, onOpenProfile }: Props) {
  const field = fieldOf(state, onOpenProfile);
  return (
    <Group title={i18n.t('editor.groupMore')}>
      {field('scopes', { label: i18n.t('editor.scopes'), hint: i18n.t('editor.scopesHint') }, (attributes) => (
        <input {...attributes} {...mono} type="text" defaultValue={draft.scopes} />
      ))}
      {field(
        'redirectUris',
        { label: i18n.t('editor.redirectUris'), hint: i18n.t('editor.redirectUrisHint'), optional: true },
        (attributes) => (
          <textarea {...attributes} {...mono} rows={2} defaultValue={draft.redirectUris} />
        ),
      )}
      {field(
        'instanceName',
        { label: i18n.t('editor.instanceName'), hint: i18n.t('editor.instanceNameHint'), optional: true },
        (attributes) => (
          <input {...attributes} type="text" defaultValue={draft.instanceName} />
        ),
      )}
      {field('issuerMode', { label: i18n.t('editor.issuerMode') }, (attributes) => (
        <select {...attributes}>
          <option value="per_provider" selected={draft.issuerMode === 'per_provider'}>
            {i18n.t('editor.perProvider')}
          </option>
          <option value="global" selected={draft.issuerMode === 'global'}>
            {i18n.t('editor.global')}
          </option>
        </select>
      ))}
    </Group>
  );
}

/** Values that are copied, not written: no help from spelling or case. */
const mono = { class: styles.mono, spellcheck: false, autocapitalize: 'off', autocomplete: 'off' } as const;

type Control = Parameters<typeof Field>[0]['children'];

interface Words {
  label: string;
  hint?: string;
  optional?: boolean;
}

function fieldOf(state: EditorState, onOpenProfile: (id: string) => void) {
  return (name: ProfileField, words: Words, control: Control) => (
    <Field name={name} {...words} messages={state.messagesOf(name)} onOpenProfile={onOpenProfile}>
      {(attributes: ControlAttributes) => control(attributes)}
    </Field>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class={styles.group}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Says base URL and slug as they were understood, before anything is saved. */
function Understood({ state }: { state: EditorState }) {
  const found = state.understood.value;
  return (
    <p class={styles.understood} role="status" data-understood={found ? 'true' : undefined}>
      {found && (
        <>
          <Icon name="check" />
          {found.slug
            ? i18n.t('editor.understoodSlug', [found.baseUrl, found.slug])
            : i18n.t('editor.understood', [found.baseUrl])}
        </>
      )}
    </p>
  );
}
