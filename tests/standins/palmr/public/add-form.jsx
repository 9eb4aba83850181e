/** The form for a provider of one's own; unlike the edit form it keeps what several handlers set in one turn. */
import { useState } from 'react';
import { CallbackUrl } from './callback-url.jsx';
import { CustomFields, MethodFields } from './custom-fields.jsx';
import { TextField } from './field.jsx';
import { Icon } from './icons.jsx';
import { options, words } from './page.js';
import { suggestedScopes } from './suggested-scopes.js';
import { TagsField } from './tags-input.jsx';
import { Button } from './ui.jsx';

const empty = {
  name: '',
  displayName: '',
  type: 'oidc',
  icon: '',
  clientId: '',
  clientSecret: '',
  issuerUrl: '',
  scope: 'openid profile email',
  authorizationEndpoint: '',
  tokenEndpoint: '',
  userInfoEndpoint: '',
};

export function AddForm({ onAdd, isSaving }) {
  const [isOpen, setOpen] = useState(options.addForm !== null);
  const toggle = () => setOpen(!isOpen);
  if (isOpen) return <OpenForm onAdd={onAdd} onCancel={toggle} isSaving={isSaving} />;
  return (
    <Button variant="outline" size="sm" onClick={toggle}>
      <Icon name="plus" className="h-4 w-4" />
      {words.add}
    </Button>
  );
}

function OpenForm({ onAdd, onCancel, isSaving }) {
  const [form, setForm] = useState({ ...empty, name: options.addForm ?? '' });
  const change = (updates) => setForm((before) => ({ ...before, ...updates }));
  const suggest = (url) => change({ scope: suggestedScopes(url, form) ?? form.scope });
  const part = { form, change, suggest };
  return (
    <div className="border border-dashed rounded-lg p-4 space-y-4">
      <h3 className="font-medium text-foreground">{words.add}</h3>
      <CustomFields {...part} />
      <MethodFields {...part} group="addConfigMethod" prefix="add-" />
      <div className="grid grid-cols-2 gap-4">
        <TextField label={`${words.clientId} *`} value={form.clientId} onText={(clientId) => change({ clientId })} />
        <TextField
          label={`${words.clientSecret} *`}
          type="password"
          value={form.clientSecret}
          onText={(clientSecret) => change({ clientSecret })}
        />
      </div>
      <TagsField
        label={words.scopes}
        tags={form.scope.split(/[,\s]+/).filter(Boolean)}
        onTags={(tags) => change({ scope: tags.join(' ') })}
      />
      {form.name && (
        <div className="pt-2">
          <CallbackUrl name={form.name} />
        </div>
      )}
      <div className="flex gap-2 justify-end">
        <Button variant="outline" size="sm" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button size="sm" disabled={isSaving} onClick={() => onAdd(form)}>
          {words.add}
        </Button>
      </div>
    </div>
  );
}
