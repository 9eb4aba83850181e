/** A made-up app whose form has one real control of every kind, all over one state object, as React apps have it. */
import * as Select from '@radix-ui/react-select';
import * as Switch from '@radix-ui/react-switch';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const empty = {
  name: '',
  discovery: '',
  issuer: '',
  authorization: '',
  token: '',
  clientSecret: '',
  tokenAuth: 'basic',
  claim: 'sub',
  identifier: 'email',
  allowAdmin: false,
  autoRegister: false,
  scopes: ['openid', 'groups'],
  scopeText: '',
  redirect: '',
};
const parameters = new URLSearchParams(location.search);
globalThis.acme = { state: { ...empty }, saves: 0 };

function App() {
  const [state, setState] = useState(empty);
  const [isOpen, setOpen] = useState(false);
  globalThis.acme.state = state;
  const set = (name) => (value) => setState({ ...state, [name]: value });
  return (
    <main>
      <h1>Single sign-on</h1>
      <Text label="Search" id="search" value="" onChange={() => undefined} />
      <form id="sso" onSubmit={save}>
        <button type="button" id="advanced" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Advanced
        </button>
        {isOpen && <Fields state={state} set={set} />}
        <SaveAtOnce />
        <button type="submit">Save</button>
      </form>
    </main>
  );
}

function Fields({ state, set }) {
  return (
    <div id="fields">
      <Text label="Name" id="name" value={state.name} onChange={set('name')} />
      <label>
        Discovery
        <textarea id="discovery" value={state.discovery} onChange={(event) => set('discovery')(event.target.value)} />
      </label>
      {parameters.has('legacy') ? (
        <Text label="Issuer address" id="legacy-issuer" value={state.issuer} onChange={set('issuer')} />
      ) : (
        <Text label="Issuer" id="issuer" value={state.issuer} onChange={set('issuer')} />
      )}
      <Text label="Authorize path" id="authorize" value={state.authorization} onChange={set('authorization')} />
      <Text label="Token" id="token" value={state.token} onChange={set('token')} />
      <Text label="End session" id="logout" value="https://managed.company/" onChange={() => undefined} disabled />
      <Secret value={state.clientSecret} onChange={set('clientSecret')} />
      <label>
        Client authentication
        <select id="token-auth" value={state.tokenAuth} onChange={(event) => set('tokenAuth')(event.target.value)}>
          <option value="basic">HTTP Basic</option>
          <option value="post">Request body</option>
        </select>
      </label>
      <Radios value={state.claim} onChange={set('claim')} />
      <Identifier value={state.identifier} onChange={set('identifier')} />
      <label>
        <input
          type="checkbox"
          id="allow-admin"
          checked={state.allowAdmin}
          onChange={(event) => set('allowAdmin')(event.target.checked)}
        />
        Administrators, too
      </label>
      <Switch.Root
        id="auto-register"
        style={{ width: 40, height: 24 }}
        checked={state.autoRegister}
        onCheckedChange={set('autoRegister')}
      >
        <Switch.Thumb />
      </Switch.Root>
      {parameters.has('scope-text') ? (
        <Text label="Scopes" id="scope-text" value={state.scopeText} onChange={set('scopeText')} />
      ) : (
        <Tags value={state.scopes} onChange={set('scopes')} />
      )}
      <Text label="Redirect" id="redirect" value={state.redirect} onChange={set('redirect')} />
      <Callbacks />
    </div>
  );
}

function Text({ label, id, value, onChange, disabled = false }) {
  return (
    <label>
      {label}
      <input id={id} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

/** Write-only: the box is shown only after "Replace"; an eye may have been left open. */
function Secret({ value, onChange }) {
  const [isReplaced, setReplaced] = useState(false);
  return (
    <div id="secret">
      <button type="button" id="replace" hidden={isReplaced} onClick={() => setReplaced(true)}>
        Replace
      </button>
      <input
        id="client-secret"
        type={parameters.has('eye') ? 'text' : 'password'}
        style={{ display: isReplaced ? 'block' : 'none' }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function Radios({ value, onChange }) {
  return (
    <fieldset>
      {['sub', 'email', 'preferred_username'].map((claim) => (
        <label key={claim}>
          <input type="radio" name="claim" value={claim} checked={value === claim} onChange={() => onChange(claim)} />
          {claim}
        </label>
      ))}
    </fieldset>
  );
}

/** The list opens in a portal at the end of the body. */
function Identifier({ value, onChange }) {
  return (
    <Select.Root value={value} onValueChange={onChange}>
      <Select.Trigger id="identifier">
        <Select.Value />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content position="popper">
          <Select.Viewport>
            <Select.Item value="email">
              <Select.ItemText>E-mail address</Select.ItemText>
            </Select.Item>
            <Select.Item value="preferred_username">
              <Select.ItemText>User name</Select.ItemText>
            </Select.Item>
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}

function Tags({ value, onChange }) {
  const [text, setText] = useState('');
  const take = (event) => {
    if (event.key !== 'Enter' || text.trim() === '') return;
    event.preventDefault();
    onChange([...value, text.trim()]);
    setText('');
  };
  return (
    <div id="scopes">
      {value.map((tag) => (
        <span className="tag" key={tag}>
          {tag}
          <button type="button" className="cross" onClick={() => onChange(value.filter((one) => one !== tag))}>
            ×
          </button>
        </span>
      ))}
      <input value={text} onChange={(event) => setText(event.target.value)} onKeyDown={take} />
    </div>
  );
}

function Callbacks() {
  return (
    <>
      <h2>Addresses to register</h2>
      <input id="callback-box" readOnly value={`${location.origin}/auth/box`} />
      <code id="callback-code">https://your-host.example/auth/openid/callback</code>
      <p id="callback-text">{location.origin}/auth/text</p>
      <p>{location.origin}/auth/line</p>
      <section>
        <h3>Callback URL</h3>
        <p>{location.origin}/auth/near</p>
      </section>
    </>
  );
}

function SaveAtOnce() {
  const [isOn, setOn] = useState(false);
  const change = (next) => {
    globalThis.acme.saves += 1;
    setOn(next);
  };
  return (
    <p>
      <label htmlFor="enabled">Enabled</label>
      <Switch.Root id="enabled" style={{ width: 40, height: 24 }} checked={isOn} onCheckedChange={change}>
        <Switch.Thumb />
      </Switch.Root>
    </p>
  );
}

function save(event) {
  event.preventDefault();
  globalThis.acme.saves += 1;
}

setTimeout(() => createRoot(document.querySelector('#root')).render(<App />), 100);
