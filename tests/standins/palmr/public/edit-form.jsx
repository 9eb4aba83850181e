/** The form of one provider: no form element, no ids, one object that every handler spreads from its last render. */
import { useLayoutEffect, useState } from 'react';
import { CallbackUrl } from './callback-url.jsx';
import { CustomFields, MethodFields } from './custom-fields.jsx';
import { Help, TextField } from './field.jsx';
import { IconPicker } from './icon-picker.jsx';
import { words } from './page.js';
import { SecretField } from './secret-field.jsx';
import { standIn } from './stand-in.js';
import { suggestedScopes } from './suggested-scopes.js';
import { TagsField } from './tags-input.jsx';
import { Button, Label, Switch } from './ui.jsx';

const texts = [
  ...['name', 'displayName', 'type', 'icon', 'issuerUrl', 'clientId', 'clientSecret', 'scope'],
  ...['adminEmailDomains', 'authorizationEndpoint', 'tokenEndpoint', 'userInfoEndpoint'],
];

/** A text that was emptied in the draft comes back as stored. */
function startValues(provider, draft) {
  const values = Object.fromEntries(texts.map((key) => [key, draft[key] || provider[key] || '']));
  return { ...values, autoRegister: draft.autoRegister ?? provider.autoRegister };
}

function useDraft(provider, { drafts, setDrafts }) {
  const [form, setForm] = useState(() => startValues(provider, drafts[provider.id] ?? {}));
  useLayoutEffect(() => {
    standIn.state = () => form;
    return () => {
      standIn.state = () => null;
    };
  }, [form]);
  /** Takes `form` from the last render: what another handler set since then in the same turn is lost. */
  const change = (updates) => {
    const next = { ...form, ...updates };
    setForm(next);
    setDrafts({ ...drafts, [provider.id]: next });
  };
  return [form, change];
}

export function EditForm({ provider, list, isSaving }) {
  const [form, change] = useDraft(provider, list);
  const suggest = (url) => {
    const scope = provider.isOfficial ? null : suggestedScopes(url, form);
    if (scope !== null) change({ scope });
  };
  const part = { form, change, suggest };
  return (
    <div className="space-y-4">
      {provider.isOfficial && <OfficialNote />}
      <CallbackUrl name={form.name || 'provider'} />
      {!provider.isOfficial && <CustomFields {...part} />}
      {!provider.isOfficial && <MethodFields {...part} group="configMethod" prefix="" />}
      {provider.isOfficial && <OfficialFields {...part} />}
      <div className="grid grid-cols-2 gap-4">
        <TextField label={`${words.clientId} *`} value={form.clientId} onText={(clientId) => change({ clientId })} />
        <SecretField value={form.clientSecret} onText={(clientSecret) => change({ clientSecret })} />
      </div>
      <TagsField
        label={words.scopes}
        tags={form.scope.split(/[,\s]+/).filter(Boolean)}
        onTags={(tags) => change({ scope: tags.join(' ') })}
      />
      <TagsField
        label={words.domains}
        tags={form.adminEmailDomains.split(',').filter(Boolean)}
        onTags={(tags) => change({ adminEmailDomains: tags.join(',') })}
      />
      <div className="flex items-center gap-2">
        <Switch checked={form.autoRegister} onCheckedChange={(autoRegister) => change({ autoRegister })} />
        <Label className="cursor-pointer">{words.autoRegister}</Label>
      </div>
      <div className="flex gap-2 justify-end pt-4">
        <Button variant="outline" size="sm" onClick={list.cancel}>
          {words.cancel}
        </Button>
        <Button size="sm" disabled={isSaving} onClick={() => list.save(provider.id, form)}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}

function OfficialNote() {
  return (
    <div className="bg-blue-50 border border-blue-200 rounded-lg p-3">
      <span className="text-sm font-medium">{words.official}</span>
      <p className="text-xs mt-1">{words.help}</p>
    </div>
  );
}

function OfficialFields({ form, change, suggest }) {
  return (
    <div className="space-y-4">
      <TextField
        label={`${words.url} *`}
        help={words.help}
        value={form.issuerUrl}
        onText={(issuerUrl) => change({ issuerUrl })}
        onBlur={(event) => suggest(event.target.value)}
      />
      <div>
        <Label className="mb-2 block">{words.icon}</Label>
        <IconPicker value={form.icon} onIcon={(icon) => change({ icon })} />
        <Help />
      </div>
    </div>
  );
}
