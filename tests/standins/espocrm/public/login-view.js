/** The login page, shown at whatever hash was asked for: OIDC when it is the saved method, else name and password. */
import { request } from './api.js';

const { $ } = window;

function nameAndPassword(labels, onDone) {
  const $form = $('<form id="login-form">');
  const $name = $('<input type="text" id="field-userName" class="form-control" autocomplete="username">');
  const $password = $(
    '<input type="password" id="field-password" class="form-control" autocomplete="current-password">',
  );
  const $error = $('<p class="text-danger" data-login-error>').hide();
  $form.append($('<label for="field-userName">').text(labels.userName), $name);
  $form.append($('<label for="field-password">').text(labels.password), $password);
  $form.append($('<button type="submit" class="btn btn-primary" id="btn-login">').text(labels.logIn), $error);
  $form.on('submit', async (event) => {
    event.preventDefault();
    const answer = await request('POST', 'App/user', { userName: $name.val(), password: $password.val() });
    if (answer) onDone();
    else $error.text(labels.wrong).show();
  });
  return $form;
}

function oidc(labels) {
  const $button = $(
    '<button type="button" class="btn btn-primary" id="sign-in" data-action="signIn" data-login="oidc">',
  );
  $button.append($('<span>').text(labels.signIn));
  $button.on('click', async () => {
    $button.addClass('disabled').attr('disabled', 'disabled');
    const data = await request('GET', 'Oidc/authorizationData');
    if (data) window.location.assign(data.url);
  });
  return $button;
}

export function showLogin({ labels, method, onDone }) {
  document.title = 'EspoCRM';
  const $panel = $('<div id="login" class="panel panel-default"><div class="panel-body">');
  const $body = $panel.find('.panel-body');
  if (method === 'Oidc') $body.append(oidc(labels));
  $body.append(nameAndPassword(labels, onDone));
  $('#content').empty().append($('<div class="container content">').append($panel));
}
