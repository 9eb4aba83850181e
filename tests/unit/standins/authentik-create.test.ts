// @vitest-environment node
/** An application and its provider are made as three versions take it, read back, and never left unreported. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '@/authentik/api/client-body';
import { createClient, lookForClient } from '@/authentik/api/create-client';
import { proposeClient, type WantedClient } from '@/authentik/api/propose-client';
import type { Transport } from '@/authentik/api/transport';
import { createTransport } from '@/authentik/api/transport';
import { parseVersion } from '@/authentik/api/version';
import type { Version } from '@/authentik/model';
import type { ApiToken } from '@/tests/standins/authentik/api-tokens';
import { type ContractVersion, played } from '@/tests/standins/authentik/contract/versions';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { createServer, type StandInServer } from '@/tests/standins/server';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const admin: ApiToken = {
  key: 'test-token-of-admin',
  intent: 'api',
  username: 'akadmin',
  rights: [],
  isSuperuser: true,
  expired: false,
};
const rights: ApiToken['rights'] = ['view_oauth2provider', 'view_flow', 'view_certificatekeypair', 'view_scopemapping'];
const creator: ApiToken = { ...admin, key: 'test-token-of-creator', username: 'creator', isSuperuser: false, rights };

const wanted: WantedClient = {
  name: 'EspoCRM',
  slug: 'espocrm',
  clientType: 'confidential',
  needs: { subjectMode: 'user_username', signingKey: true, scopes: ['openid', 'email', 'profile'] },
  redirectUris: [
    { url: 'https://crm.company/oauth-callback.php', matching: 'strict', kind: 'authorization' },
    { url: 'https://crm\\.company/portal/.*', matching: 'regex', kind: 'authorization' },
  ],
  slugsTaken: [],
};
const credentials = { clientId: 'testClientOfEspocrm', clientSecret: 'test-secret-of-espocrm' };
const creation = '/core/transactional/applications/';

let server: StandInServer;
let authentik: Authentik;
let version: Version | undefined;

async function start(contract: ContractVersion, hidesSecrets = false): Promise<void> {
  server = await createServer();
  authentik = createAuthentik({ version: contract, user, hidesSecrets, providers: [], tokens: [admin, creator] });
  server.add(authentik);
  version = parseVersion(played[contract].full);
}

afterEach(async () => {
  const { violations } = authentik;
  await server.close();
  expect(violations).toEqual([]);
});

function transportOf({ key }: ApiToken = admin): Transport {
  const send = (url: string, init: RequestInit) => server.backchannel(url, init);
  const made = createTransport({
    baseUrl: authentik.baseUrl,
    signIn: { by: 'token', token: key },
    send,
    timeout: 5000,
  });
  if (!made.ok) throw new Error(made.failure.kind);
  return made.value;
}

async function proposal(changes: Partial<WantedClient> = {}, by = admin) {
  const proposed = await proposeClient(transportOf(by), { ...wanted, ...changes }, version);
  if (!proposed.ok) throw new Error(proposed.failure.kind);
  return proposed.value;
}

async function client(changes: Partial<Client> = {}, by = admin): Promise<Client> {
  return { ...(await proposal({}, by)).creation, ...credentials, ...changes };
}

const make = async (changes: Partial<Client> = {}, by = admin) =>
  createClient(transportOf(by), await client(changes, by), version);

describe.each<ContractVersion>(['2024.8', '2025.10', '2026.8'])('authentik %s', (contract) => {
  beforeEach(() => start(contract));

  it('gets application and provider by one call, as proposed, and gives them back', async () => {
    const { creation: shown, choices, lacks } = await proposal();
    expect(lacks).toEqual([]);
    expect(choices.authorizationFlows.map(({ slug }) => slug)).toContain(
      'default-provider-authorization-explicit-consent',
    );
    expect(choices.invalidationFlows.length > 0).toBe(contract !== '2024.8');
    expect(await make()).toEqual({ ok: true, value: { is: 'made', pk: 1, differs: [] } });
    expect(authentik.writes.map(({ method }) => method)).toEqual(['PUT']);
    expect(authentik.registry.applications.get('espocrm')).toMatchObject({ name: 'EspoCRM', provider: 1 });
    const record = authentik.registry.providers.get(1);
    expect(record).toMatchObject({
      name: 'EspoCRM',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      client_type: 'confidential',
      sub_mode: 'user_username',
      issuer_mode: 'per_provider',
      signing_key: shown.signingKey,
      authorization_flow: shown.authorizationFlow,
      property_mappings: shown.mappings,
    });
    expect(record?.grant_types).toEqual(expect.arrayContaining(['authorization_code', 'refresh_token']));
    const flow = authentik.catalogue.flows.find(({ pk }) => pk === shown.authorizationFlow);
    expect(flow?.slug).toBe('default-provider-authorization-implicit-consent');
    expect(authentik.catalogue.keys.find(({ pk }) => pk === shown.signingKey)?.managed).toBeNull();
    expect(record?.redirect_uris.map(({ url }) => url)).toEqual(
      contract === '2024.8'
        ? ['https://crm\\.company/oauth-callback\\.php', 'https://crm\\.company/portal/.*']
        : wanted.redirectUris.map(({ url }) => url),
    );
  });

  it('names what is taken, with another one that is free, and makes nothing', async () => {
    const first = await client();
    expect(await make()).toMatchObject({ value: { is: 'made' } });
    const second = { ...first, clientId: 'testClientOfAnother' };
    expect(await createClient(transportOf(), { ...second, name: 'Other' }, version)).toEqual({
      ok: true,
      value: { is: 'taken', what: 'slug', free: 'espocrm-2' },
    });
    expect(await createClient(transportOf(), { ...second, slug: 'other' }, version)).toEqual({
      ok: true,
      value: { is: 'taken', what: 'name', free: 'EspoCRM 2' },
    });
    expect([...authentik.registry.applications.keys()]).toEqual(['espocrm']);
    expect((await proposal()).creation).toMatchObject({ name: 'EspoCRM 2', slug: 'espocrm-2' });
  });

  it.each([
    [[], 'provider'],
    [['add_oauth2provider'], 'application'],
  ] as const)('names the right that is missing, having %j', async (more, to) => {
    authentik.configureToken(creator.key, { rights: [...rights, ...more] });
    const end = await make({}, creator);
    expect(end).toMatchObject({ ok: true, value: { is: 'not-allowed', to } });
    expect(authentik.registry.providers.size).toBe(0);
  });

  it('is made by who may, without the right to see applications, too', async () => {
    authentik.configureToken(creator.key, { rights: [...rights, 'add_oauth2provider', 'add_application'] });
    expect(await make({}, creator)).toEqual({ ok: true, value: { is: 'made', pk: 1, differs: [] } });
  });

  it('names the choice that has gone since the proposal', async () => {
    const shown = await client();
    authentik.catalogue.keys = authentik.catalogue.keys.filter(({ pk }) => pk !== shown.signingKey);
    authentik.catalogue.flows = authentik.catalogue.flows.filter(({ pk }) => pk !== shown.authorizationFlow);
    expect(await createClient(transportOf(), shown, version)).toEqual({
      ok: true,
      value: { is: 'gone', what: ['authorization-flow', 'signing-key'] },
    });
  });

  it('is made although the answer was lost', async () => {
    const shown = await client();
    const transport = losing(transportOf());
    expect(await createClient(transport, shown, version)).toMatchObject({ ok: true, value: { is: 'made' } });
  });

  it.each([{ kind: 'half' }, { kind: 'offline' }, { kind: 'html', status: 502 }] as const)(
    'says that nothing is there when the call did not arrive: %j',
    async (fault) => {
      const shown = await client();
      authentik.fault({ ...fault, at: creation });
      const end = await createClient(transportOf(), shown, version);
      expect(end).toMatchObject({ ok: true, value: { is: 'nothing', cause: { kind: expect.any(String) } } });
    },
  );

  it('believes no applied: false, and says what authentik says', async () => {
    const shown = await client();
    authentik.fault({ kind: 'answer', at: creation, status: 200, body: { applied: false, logs: [] } });
    expect(await createClient(transportOf(), shown, version)).toEqual({
      ok: true,
      value: { is: 'not-applied', logs: [] },
    });
  });

  it('is unsure while authentik cannot be read, and finds it later', async () => {
    const shown = await client();
    authentik.fault({ kind: 'offline', at: '/providers/oauth2/', times: 1 });
    expect(await createClient(losing(transportOf()), shown, version)).toMatchObject({ value: { is: 'unsure' } });
    expect(await lookForClient(transportOf(), shown, version)).toEqual({ is: 'made', pk: 1, differs: [] });
  });

  it('names which half is there', async () => {
    const shown = await client();
    await createClient(transportOf(), shown, version);
    authentik.registry.removeApplication('espocrm');
    expect(await lookForClient(transportOf(), shown, version)).toEqual({ is: 'half', there: 'provider' });
    authentik.registry.removeProvider(1);
    expect(await lookForClient(transportOf(), shown, version)).toEqual({ is: 'nothing' });
  });
});

/** Whatever is written arrives, and no answer comes back. */
function losing(transport: Transport): Transport {
  return async (request) => {
    const answer = await transport(request);
    return request.method === 'PUT' ? { ok: false, failure: { kind: 'cut-off' } } : answer;
  };
}
