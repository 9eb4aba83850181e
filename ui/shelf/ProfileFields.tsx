/** The fields of a profile in three groups; uncontrolled, so that nothing but the user changes what is typed. */
import type { ComponentChildren } from 'preact';
import type { ProfileDraft } from '@/profiles/schema';
import type { Desk } from '../desk';
import { i18n } from '../i18n';
import type { EditorState } from './editor-state';
import { type FieldMaker, mono } from './field-maker';
import { Only } from './Only';
import styles from './ProfileEditor.module.css';
import { SecretField } from './SecretField';
import { Understood } from './Understood';

interface Props {
  desk: Desk;
  state: EditorState;
  draft: ProfileDraft;
  field: FieldMaker;
}

export function WhereFields({ desk, state, draft, field }: Props) {
  const isClient = state.kind.value === 'oidc-client';
  return (
    <Group title={i18n.t('editor.groupWhere')}>
      {field(
        'address',
        { label: i18n.t('editor.address'), hint: i18n.t(isClient ? 'editor.addressHint' : 'editor.addressTokenHint') },
        (attributes) => (
          <input
            {...attributes}
            {...mono}
            type="text"
            inputMode="url"
            list="known-addresses"
            placeholder="https://authentik.company"
            defaultValue={draft.address}
          />
        ),
      )}
      <datalist id="known-addresses">
        {desk.shelf.value?.instances.map((instance) => (
          <option key={instance.id} value={instance.baseUrl} />
        ))}
      </datalist>
      <Understood state={state} />
      <Only when={isClient}>
        {field('slug', { label: i18n.t('editor.slug'), hint: i18n.t('editor.slugHint') }, (attributes) => (
          <input {...attributes} {...mono} type="text" defaultValue={draft.slug} />
        ))}
      </Only>
    </Group>
  );
}

export function SecretFields({ desk, state, draft, field }: Props) {
  const isClient = state.kind.value === 'oidc-client';
  const isStored = draft.id !== undefined && desk.profile(draft.id)?.hasSecret === true;
  const keeps = desk.keepsSecrets.value;
  return (
    <Group title={i18n.t(isClient ? 'editor.groupClient' : 'editor.groupToken')}>
      {field('name', { label: i18n.t('editor.name') }, (attributes) => (
        <input
          {...attributes}
          type="text"
          placeholder={i18n.t(isClient ? 'editor.namePlaceholder' : 'editor.namePlaceholderToken')}
          defaultValue={draft.name}
        />
      ))}
      <Only when={isClient}>
        {field('clientId', { label: i18n.t('editor.clientId') }, (attributes) => (
          <input {...attributes} {...mono} type="text" defaultValue={draft.clientId} />
        ))}
        <SecretField name="clientSecret" isKept={keeps} isStored={isStored} field={field} draft={draft} />
      </Only>
      <Only when={!isClient}>
        <SecretField name="apiToken" isKept={keeps} isStored={isStored} field={field} draft={draft} />
      </Only>
    </Group>
  );
}

export function MoreFields({ state, draft, field }: Omit<Props, 'desk'>) {
  const isClient = state.kind.value === 'oidc-client';
  return (
    <Group title={i18n.t('editor.groupMore')}>
      <Only when={isClient}>
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
      </Only>
      {field(
        'instanceName',
        { label: i18n.t('editor.instanceName'), hint: i18n.t('editor.instanceNameHint'), optional: true },
        (attributes) => (
          <input {...attributes} type="text" defaultValue={draft.instanceName} />
        ),
      )}
      <Only when={isClient}>
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
      </Only>
    </Group>
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
