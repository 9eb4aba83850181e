/** Starts the app: login or pages, hash routing, the question before leaving, and the keys of the whole page. */
import { request } from './api.js';
import { words } from './labels.js';
import { showLogin } from './login-view.js';
import { confirmLeaving } from './messages.js';
import { build } from './pages.js';

const { $ } = window;

const state = { view: null, hash: '', run: 0 };

function guard(labels) {
  return state.view?.isChanged ? confirmLeaving(labels) : Promise.resolve(true);
}

async function show(app) {
  state.run += 1;
  const run = state.run;
  state.hash = window.location.hash;
  state.view = null;
  const $main = $('<div id="main" tabindex="-1">').attr('data-view-cid', `main${run}`);
  $('#content').empty().append($main);
  const view = await build(state.hash, {
    ...app,
    $main,
    isGone: () => run !== state.run,
    go: (hash) => leave(app, hash),
  });
  if (run === state.run) state.view = view;
}

async function leave(app, hash) {
  if (!(await guard(app.labels))) return;
  if (state.view) state.view.isChanged = false;
  window.location.hash = hash;
}

async function onHashChange(app) {
  if (window.location.hash === state.hash) return;
  const wanted = window.location.hash;
  if (!state.view?.isChanged) {
    await show(app);
    return;
  }
  window.history.replaceState(null, '', state.hash);
  await leave(app, wanted);
}

/** Synthetic events count as much as real ones. */
function onKeyDown(event, app) {
  if (!state.view) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    state.view.save();
  }
  if (event.key === 'Escape') leave(app, '#Admin');
}

function listen(app) {
  window.addEventListener('hashchange', () => onHashChange(app));
  document.addEventListener('keydown', (event) => onKeyDown(event, app));
  window.addEventListener('beforeunload', (event) => {
    if (state.view?.isChanged) event.preventDefault();
  });
}

async function start() {
  const settings = await request('GET', 'Settings');
  const labels = words(settings.language);
  const user = await request('GET', 'App/user');
  if (user === null || (user.isPreset && window.location.hash === '#Login')) {
    const onDone = () => {
      window.location.hash = window.location.hash === '#Login' ? '' : window.location.hash;
      window.location.reload();
    };
    showLogin({ labels, method: settings.authenticationMethod, onDone });
    return;
  }
  const app = { labels, user, version: settings.version };
  listen(app);
  await show(app);
}

start();
