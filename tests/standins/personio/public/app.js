/** The app's frame: history-API routing without reloads, navigation, a global search box. */
import { TextInput } from './controls.js';
import { ApiCredentials, OldOAuthForm } from './decoys.js';
import { Methods } from './methods.js';
import { classes, wording } from './page.js';

const { createElement: h, useEffect, useState } = window.React;

const methods = '/settings/security-and-authentication';
const oidc = `${methods}/oidc`;
const links = {
  '/settings': wording.settings,
  [methods]: wording.methods,
  '/settings/authentication': 'OAuth 2.0',
  '/settings/api-credentials': 'API credentials',
};

/** The options in the address stay while moving about. */
const go = (path) => history.pushState(null, '', path + location.search);

function App() {
  const [path, setPath] = useState(location.pathname);
  const [words, setWords] = useState('');
  useEffect(() => {
    const onMove = () => setPath(location.pathname);
    window.addEventListener('popstate', onMove);
    return () => window.removeEventListener('popstate', onMove);
  }, []);
  const move = (to) => {
    go(to);
    setPath(to);
  };
  const follow = (to) => (event) => {
    event.preventDefault();
    move(to);
  };
  return h(
    'div',
    { className: classes.shell },
    h(
      'header',
      { className: classes.header },
      h('strong', null, document.title),
      h(TextInput, { naming: { 'aria-label': wording.search }, value: words, onChange: setWords }),
    ),
    h(
      'nav',
      { className: classes.nav },
      Object.entries(links).map(([to, name]) => h('a', { key: to, href: to, onClick: follow(to) }, name)),
    ),
    h('main', { className: classes.main }, view(path, move)),
  );
}

function view(path, move) {
  if (path === methods || path === oidc) {
    return h(Methods, { isOpen: path === oidc, onOpen: () => move(oidc), onClose: () => move(methods) });
  }
  if (path === '/settings/authentication') return h(OldOAuthForm);
  if (path === '/settings/api-credentials') return h(ApiCredentials);
  return h('h1', null, wording.menu);
}

window.ReactDOM.render(h(App), document.body.firstElementChild);
