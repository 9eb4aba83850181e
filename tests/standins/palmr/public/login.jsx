/** The login view: password, one button per enabled provider, and the error a failed login came back with. */
import { useEffect, useState } from 'react';
import { send } from './api.js';
import { Footer } from './layout.jsx';
import { say, words } from './page.js';
import { toast } from './toasts.jsx';
import { Button, Input, Label } from './ui.jsx';

/** Once per page load, although effects may run again. */
let isTold = false;

function tellError() {
  const parameters = new URLSearchParams(location.search);
  const error = parameters.get('error');
  if (error === null || isTold) return;
  isTold = true;
  toast(parameters.get('message') ?? `auth.errors.${error}`, { 'data-login-error': error });
  history.replaceState(null, '', location.pathname);
}

export function Login({ onSignedIn }) {
  const [given, setGiven] = useState({ emailOrUsername: '', password: '' });
  useEffect(tellError, []);
  const logIn = async (event) => {
    event.preventDefault();
    const { ok, answer } = await send('POST', '/api/auth/login', given);
    if (ok) onSignedIn();
    else toast(answer.error, { 'data-login-error': 'credentials' });
  };
  const box = (name, type, label) => (
    <div>
      <Label htmlFor={name}>{label}</Label>
      <Input
        id={name}
        name={name}
        type={type}
        value={given[name]}
        onChange={(event) => setGiven({ ...given, [name]: event.target.value })}
      />
    </div>
  );
  return (
    <div className="relative flex flex-col h-screen">
      <form onSubmit={logIn}>
        {box('emailOrUsername', 'text', words.login)}
        {box('password', 'password', words.password)}
        <Button type="submit">{words.logIn}</Button>
      </form>
      <ProviderButtons />
      <Footer />
    </div>
  );
}

function ProviderButtons() {
  const [providers, setProviders] = useState([]);
  useEffect(() => {
    send('GET', '/api/auth/providers').then(({ answer }) => setProviders(answer.data));
  }, []);
  return (
    <div className="space-y-2">
      {providers.map(({ id, name, displayName, authUrl }) => (
        <Button
          key={id}
          type="button"
          variant="outline"
          data-login={name === 'authentik' ? 'oidc' : name}
          onClick={() => location.assign(authUrl)}
        >
          {say(words.continueWith, { name: displayName })}
        </Button>
      ))}
    </div>
  );
}
