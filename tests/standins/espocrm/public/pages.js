/** What each hash route puts into `#main`. */
import { request } from './api.js';
import { providerLayout, settingsLayout } from './definitions.js';
import { Model } from './model.js';
import { RecordView } from './record-view.js';

const { $ } = window;

function header(labels, title) {
  const $title = $('<h3 class="header-title">').append(
    $('<a href="#Admin">').text(labels.Administration),
    ' <span class="chevron-right"></span> ',
    $('<span>').text(title),
  );
  return $('<div class="header page-header"><div class="page-header-row"><div class="page-header-column-1">')
    .find('.page-header-column-1')
    .append($title)
    .end();
}

function form(context, layout, model, { path, redirectUris, title }) {
  const $record = $('<div class="record">');
  context.$main.append(header(context.labels, title), $record);
  const view = new RecordView({
    $container: $record,
    layout,
    model,
    labels: context.labels,
    redirectUris,
    path,
    onLeave: () => context.go('#Admin'),
  });
  view.render();
  return view;
}

async function authentication(context) {
  const answer = await request('GET', 'Settings?full=1');
  if (context.isGone()) return null;
  if (answer === null) return refused(context);
  const { redirectUri, ...settings } = answer;
  document.title = context.labels.Settings;
  return form(context, settingsLayout(context.version), new Model(settings), {
    path: 'Settings/1',
    redirectUris: [redirectUri],
    title: context.labels.Authentication,
  });
}

async function provider(context, id) {
  const answer = await request('GET', `AuthenticationProvider/${id}`);
  if (context.isGone()) return null;
  if (answer === null) return refused(context);
  document.title = context.labels.AuthenticationProviders;
  const isNew = id === 'new';
  const view = form(context, providerLayout(context.version), new Model(answer, { isNew }), {
    path: isNew ? 'AuthenticationProvider' : `AuthenticationProvider/${id}`,
    redirectUris: [context.labels.None],
    title: context.labels.AuthenticationProviders,
  });
  // The portals come after the form.
  request('GET', 'Portal').then((callbacks) => view.showRedirectUris(callbacks ?? []));
  return view;
}

/** A detail page: text only. */
async function providerDetail(context, id) {
  const values = await request('GET', `AuthenticationProvider/${id}`);
  const callbacks = await request('GET', 'Portal');
  if (context.isGone()) return null;
  if (values === null || callbacks === null) return refused(context);
  const $detail = $('<div class="detail" data-scope="AuthenticationProvider">');
  $detail.append(
    $('<a data-action="edit">').attr('href', `#AuthenticationProvider/edit/${id}`).text(context.labels.Edit),
  );
  const shown = {
    ...values,
    oidcClientId: values.oidcClientId ?? '',
    oidcClientSecret: '**********',
    oidcAuthorizationRedirectUri: callbacks.join('\n'),
  };
  for (const [name, value] of Object.entries(shown)) {
    const $cell = $('<div class="cell form-group">').attr('data-name', name);
    $cell.append(
      $('<label class="control-label">')
        .attr('data-name', name)
        .text(context.labels.fields[name] ?? name),
    );
    $detail.append($cell.append($('<div class="field">').attr('data-name', name).text([value].flat().join(', '))));
  }
  context.$main.append(header(context.labels, context.labels.AuthenticationProviders), $detail);
  return null;
}

function refused(context) {
  context.$main.append($('<div class="panel panel-default">').text('Error 403'));
  return null;
}

async function home(context) {
  document.title = context.labels.Home;
  const name = context.user.userName;
  context.$main.append($('<main>').attr('data-signed-in', name).text(`Signed in as ${name}`));
  return null;
}

async function admin(context) {
  document.title = context.labels.Administration;
  const $list = $('<ul class="admin-panel">');
  for (const [href, label] of [
    ['#Admin/settings', context.labels.Settings],
    ['#Admin/authentication', context.labels.Authentication],
    ['#AuthenticationProvider/create', context.labels.AuthenticationProviders],
  ]) {
    $list.append($('<li>').append($('<a>').attr('href', href).text(label)));
  }
  context.$main.append(header(context.labels, ''), $list);
  return null;
}

async function general(context) {
  document.title = context.labels.Settings;
  context.$main.append(header(context.labels, context.labels.Settings));
  return null;
}

const routes = [
  [/^#Admin\/authentication$/, authentication],
  [/^#Admin\/settings$/, general],
  [/^#Admin$/, admin],
  [/^#AuthenticationProvider\/create$/, (context) => provider(context, 'new')],
  [/^#AuthenticationProvider\/edit\/(\w+)$/, provider],
  [/^#AuthenticationProvider\/view\/(\w+)$/, providerDetail],
  [/^/, home],
];

/** Builds the page of a hash; resolves to its form, if it has one. */
export function build(hash, context) {
  const [pattern, page] = routes.find(([candidate]) => candidate.test(hash));
  return page(context, ...pattern.exec(hash).slice(1));
}
