/** The calls about OAuth2 providers; sheet authentik.md 2.3 and 2.5. */
import { type ApiCall, type Endpoint, found, invalid, notFound, type Reply } from './endpoint.ts';
import { pageOf } from './pages.ts';
import { otherProviderAnswer, providerAnswer, setupUrls } from './provider-answers.ts';
import { changesOf, faultsOf } from './provider-changes.ts';

const one = '/providers/oauth2/{id}/';

export const providerEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: '/providers/all/',
    right: 'view_oauth2provider',
    answer: ({ url, state }) => pageOf(allProviders(state), url, { searched: ['name'] }),
  },
  {
    method: 'GET',
    template: '/providers/all/{id}/',
    right: 'view_oauth2provider',
    answer: ({ params, state }) => {
      const answer = allProviders(state).find(({ pk }) => String(pk) === params['id']);
      return answer === undefined ? notFound('Provider') : found(answer);
    },
  },
  {
    method: 'GET',
    template: '/providers/oauth2/',
    right: 'view_oauth2provider',
    answer: ({ url, state }) =>
      pageOf(
        [...state.registry.providers.values()].map((record) => providerAnswer(record, state)),
        url,
        { searched: ['name'], filters: ['name', 'client_id', 'client_type', 'sub_mode', 'signing_key'] },
      ),
  },
  {
    method: 'GET',
    template: one,
    right: 'view_oauth2provider',
    answer: (call) => withProvider(call, (record) => found(providerAnswer(record, call.state))),
  },
  {
    method: 'GET',
    template: `${one}setup_urls/`,
    right: 'view_oauth2provider',
    answer: (call) => withProvider(call, (record) => found(setupUrls(record, call.state))),
  },
  { method: 'PATCH', template: one, right: 'change_oauth2provider', answer: change },
  {
    method: 'DELETE',
    template: one,
    right: 'delete_oauth2provider',
    answer: (call) =>
      withProvider(call, ({ pk }) => {
        call.state.registry.removeProvider(pk);
        return { status: 204, body: undefined };
      }),
  },
];

/** Of every protocol, with the few fields they have in common. */
function allProviders(state: ApiCall['state']) {
  const { providers, otherProviders } = state.registry;
  return [
    ...[...providers.values()].map((record) => providerAnswer(record, state)),
    ...[...otherProviders.values()].map((record) => otherProviderAnswer(record, state)),
  ];
}

function withProvider({ params, state }: ApiCall, answer: (record: ProviderOf) => Reply): Reply {
  const record = state.registry.providers.get(Number(params['id']));
  return record === undefined ? notFound('OAuth2Provider') : answer(record);
}

type ProviderOf = Parameters<typeof providerAnswer>[0];

/** Each field that is sent replaces the old one whole, lists too. */
function change(call: ApiCall): Reply {
  return withProvider(call, (record) => {
    const faults = faultsOf(call.body, call.state, record.pk);
    if (faults !== null) return invalid(faults);
    Object.assign(record, changesOf(call.body));
    call.state.registry.refresh(record.pk);
    return found(providerAnswer(record, call.state));
  });
}
