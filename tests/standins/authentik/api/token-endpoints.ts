/** Service accounts and tokens; sheet authentik.md 2.7. */
import { randomBytes } from 'node:crypto';
import type { ApiToken } from '../api-tokens.ts';
import { idOf } from '../catalogue.ts';
import { directoryOf } from './directory.ts';
import { type ApiCall, type Endpoint, found, invalid, notFound, type Reply } from './endpoint.ts';
import { pageOf } from './pages.ts';

export const tokenEndpoints: readonly Endpoint[] = [
  { method: 'POST', template: '/core/users/service_account/', right: 'add_user', answer: addServiceAccount },
  { method: 'POST', template: '/core/tokens/', right: 'add_token', answer: addToken },
  {
    method: 'GET',
    template: '/core/tokens/',
    right: null,
    answer: ({ url, state }) =>
      pageOf(
        named(state).map((token) => tokenAnswer(token, state)),
        url,
        { searched: ['identifier'], filters: ['identifier', 'intent'] },
      ),
  },
  {
    method: 'GET',
    template: '/core/tokens/{identifier}/view_key/',
    right: 'view_token_key',
    answer: ({ params, state }) => {
      const token = named(state).find(({ identifier }) => identifier === params['identifier']);
      return token === undefined ? notFound('Token') : found({ key: token.key });
    },
  },
];

function named({ tokens }: ApiCall['state']): ApiToken[] {
  return tokens.all().filter(({ identifier }) => identifier !== undefined);
}

/** The token in the answer is an app password: no key to the API. */
function addServiceAccount({ body, state }: ApiCall): Reply {
  const username = String(body['name']);
  if (state.accounts.names().includes(username)) return invalid({ non_field_errors: ['Username is already taken.'] });
  const pk = state.accounts.register(username);
  const key = randomBytes(30).toString('hex');
  const identifier = `service-account-${username}-password`;
  const expiring = body['expiring'] !== false;
  state.tokens.put({ key, intent: 'app_password', username, rights: [], expired: false, identifier, expiring });
  const uid = directoryOf(state).users.find((user) => user.pk === pk)?.uid;
  return found({ username, token: key, user_uid: uid, user_pk: pk });
}

/** Only for a superuser the owner and the end may be chosen; all others get a token of their own that ends. */
function addToken({ body, state, caller }: ApiCall): Reply {
  const identifier = String(body['identifier']);
  if (named(state).some((token) => token.identifier === identifier)) {
    return invalid({ identifier: ['Token with this identifier already exists.'] });
  }
  const chosen = typeof body['user'] === 'number' ? state.accounts.names()[body['user'] - 1] : caller.username;
  if (chosen === undefined) return invalid({ user: [`Invalid pk "${String(body['user'])}" - object does not exist.`] });
  const token: ApiToken = {
    key: randomBytes(30).toString('hex'),
    intent: body['intent'] === 'app_password' ? 'app_password' : 'api',
    username: caller.isSuperuser ? chosen : caller.username,
    rights: [],
    expired: false,
    identifier,
    expiring: caller.isSuperuser ? body['expiring'] !== false : true,
  };
  state.tokens.put(token);
  return { status: 201, body: tokenAnswer(token, state) };
}

/** Everything but the key. */
function tokenAnswer({ identifier = '', intent, username, expiring = false }: ApiToken, state: ApiCall['state']) {
  const user = directoryOf(state).users.find((entry) => entry.username === username);
  return {
    pk: idOf(`token ${identifier}`),
    managed: null,
    identifier,
    intent,
    user: user?.pk,
    user_obj: user,
    description: '',
    expiring,
    expires: expiring ? '2026-12-31T00:00:00Z' : null,
  };
}
