/** The app: who is signed in decides which view is shown; everything comes after data has arrived. */
import { useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { send } from './api.js';
import { Dashboard } from './dashboard.jsx';
import { forgetOtherRuns } from './hide-disabled.js';
import { LoadingScreen } from './layout.jsx';
import { Login } from './login.jsx';
import { go, usePath } from './router.js';
import { Settings } from './settings.jsx';
import { Toasts } from './toasts.jsx';

/** Undefined until the server has answered, null for a visitor. */
function useUser() {
  const [user, setUser] = useState(undefined);
  const ask = useCallback(async () => {
    const { ok, answer } = await send('GET', '/api/auth/me');
    setUser(ok ? answer.user : null);
  }, []);
  useEffect(() => void ask(), [ask]);
  return [user, ask];
}

/** Where a visitor, a user and the administrator end up who asked for this path. */
function placeFor(path, user) {
  if (user === null) return '/login';
  if (path === '/settings' && user.isAdmin) return path;
  return path === '/profile' ? path : '/dashboard';
}

function App() {
  const path = usePath();
  const [user, askAgain] = useUser();
  const place = user === undefined ? path : placeFor(path, user);
  useEffect(() => {
    if (place !== path) go(place);
  }, [place, path]);
  if (user === undefined || place !== path) return <LoadingScreen />;
  if (path === '/login') return <Login onSignedIn={askAgain} />;
  return path === '/settings' ? <Settings user={user} /> : <Dashboard user={user} />;
}

forgetOtherRuns();
createRoot(document.body.firstElementChild).render(
  <>
    <App />
    <Toasts />
  </>,
);
