/** What a provider added by hand has above the client ID: names, type, icon, and where its endpoints come from. */
import { TextField } from './field.jsx';
import { IconPicker } from './icon-picker.jsx';
import { words } from './page.js';
import { Label } from './ui.jsx';

export function CustomFields({ form, change }) {
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <TextField label={`${words.name} *`} value={form.name} onText={(name) => change({ name })} />
        <TextField
          label={`${words.displayName} *`}
          value={form.displayName}
          onText={(displayName) => change({ displayName })}
        />
      </div>
      <div className="grid grid-cols-2 gap-4">
        <div>
          <Label className="mb-2 block">{words.type}</Label>
          <select value={form.type} onChange={(event) => change({ type: event.target.value })}>
            <option value="oidc">OIDC (OpenID Connect)</option>
            <option value="oauth2">OAuth 2.0</option>
          </select>
        </div>
        <div>
          <Label className="mb-2 block">{words.icon}</Label>
          <IconPicker value={form.icon} onIcon={(icon) => change({ icon })} />
        </div>
      </div>
    </>
  );
}

const none = { authorizationEndpoint: '', tokenEndpoint: '', userInfoEndpoint: '' };
const usual = {
  authorizationEndpoint: '/oauth/authorize',
  tokenEndpoint: '/oauth/token',
  userInfoEndpoint: '/oauth/userinfo',
};

/** The radios' ids differ between the edit form and the Add form, as their group's name does. */
export function MethodFields({ form, change, suggest, group, prefix }) {
  const isManual = Object.keys(none).some((key) => form[key] !== '');
  const radio = (id, isChecked, label, endpoints) => (
    <div className="flex items-center space-x-2">
      <input type="radio" id={prefix + id} name={group} checked={isChecked} onChange={() => change(endpoints)} />
      <label htmlFor={prefix + id} className="text-sm">
        {label}
      </label>
    </div>
  );
  const box = (key, label) => (
    <TextField label={`${label} *`} value={form[key]} onText={(text) => change({ [key]: text })} />
  );
  return (
    <div className="space-y-4">
      <div className="bg-gray-50 border border-gray-200 rounded-lg p-4">
        <h4 className="text-sm font-medium mb-3">{words.method}</h4>
        {radio('auto-discovery', !isManual, words.discovery, none)}
        {radio('manual-endpoints', isManual, words.manual, usual)}
      </div>
      <TextField
        label={`${words.url} *`}
        help={words.help}
        value={form.issuerUrl}
        onText={(issuerUrl) => change({ issuerUrl })}
        onBlur={(event) => suggest(event.target.value)}
      />
      {isManual && (
        <div className="space-y-4">
          {box('authorizationEndpoint', words.authorization)}
          {box('tokenEndpoint', words.token)}
          {box('userInfoEndpoint', words.userinfo)}
        </div>
      )}
    </div>
  );
}
