// @vitest-environment node
/** The proposal is what an administrator would choose, and says what there is none of. */
import { describe, expect, it } from 'vitest';
import { createClient, lookForClient } from '@/authentik/api/create-client';
import { proposeClient, type WantedClient } from '@/authentik/api/propose-client';
import { freeName, freeSlug } from '@/authentik/api/taken';
import { parseVersion } from '@/authentik/api/version';
import { fakeSend, json, kindOf, providerRecord, transportOver } from './fake-authentik';

const wanted: WantedClient = {
  name: 'Portainer',
  slug: 'portainer',
  clientType: 'confidential',
  needs: { signingKey: false, scopes: ['openid', 'groups'] },
  redirectUris: [{ url: 'https://portainer.company/', matching: 'strict', kind: 'authorization' }],
  slugsTaken: [],
};
const implicit = { pk: 'flow-i', slug: 'default-provider-authorization-implicit-consent' };
const explicit = { pk: 'flow-e', slug: 'default-provider-authorization-explicit-consent' };
const ending = { pk: 'flow-end', slug: 'default-provider-invalidation-flow' };
const whole = { pk: 'flow-all', slug: 'default-invalidation-flow' };
const rsa = { pk: 'rsa', name: 'company', key_type: 'rsa' };
const elliptic = { pk: 'ec', name: 'authentik EC', key_type: 'ec' };
const openid = { pk: 'openid-1', name: 'openid', scope_name: 'openid' };
const groups = { pk: 'groups-1', name: 'groups', scope_name: 'groups' };

const usual = {
  authorization: [explicit, implicit],
  invalidation: [whole, ending],
  'crypto/certificatekeypairs/': [elliptic, rsa],
  'propertymappings/provider/scope/': [openid, groups],
  'providers/oauth2/': [] as unknown[],
  'core/applications/': [] as unknown[],
};

function instance(changes: Partial<Record<keyof typeof usual, unknown[] | Response>> = {}) {
  const lists: Record<string, unknown[] | Response> = { ...usual, ...changes };
  return fakeSend(({ url }) => {
    const path = url.pathname.replace('/api/v3/', '');
    const results = lists[url.searchParams.get('designation') ?? path] ?? [];
    return results instanceof Response ? results : json({ pagination: { next: 0, count: results.length }, results });
  });
}

async function proposal(changes: Parameters<typeof instance>[0] = {}, more: Partial<WantedClient> = {}) {
  const proposed = await proposeClient(
    transportOver(instance(changes).send),
    { ...wanted, ...more },
    parseVersion('2026.8.3'),
  );
  if (!proposed.ok) throw new Error(proposed.failure.kind);
  return proposed.value;
}

describe('proposeClient', () => {
  it('chooses no consent screen, the flow that ends this sign-in alone, an RSA key, and authentik’s own subject', async () => {
    expect(await proposal()).toMatchObject({
      creation: {
        authorizationFlow: 'flow-i',
        invalidationFlow: 'flow-end',
        signingKey: 'rsa',
        mappings: ['openid-1', 'groups-1'],
        subjectMode: 'hashed_user_id',
      },
      lacks: [],
    });
    const other = await proposal(
      { authorization: [explicit] },
      { needs: { ...wanted.needs, subjectMode: 'user_email' } },
    );
    expect(other.creation).toMatchObject({ authorizationFlow: 'flow-e', subjectMode: 'user_email' });
  });

  it('chooses none of what is unusual, names it, and gives the choices that exist', async () => {
    const odd = { pk: 'flow-own', slug: 'our-own' };
    const { creation, choices, lacks } = await proposal({ authorization: [odd], invalidation: [whole] });
    expect([creation.authorizationFlow, creation.invalidationFlow]).toEqual(['', '']);
    expect(choices).toMatchObject({ authorizationFlows: [odd], invalidationFlows: [whole] });
    expect(lacks).toEqual([{ what: 'authorization-flow' }, { what: 'invalidation-flow' }]);
  });

  it('names a missing key, a missing mapping and a missing callback', async () => {
    const nothing = { 'crypto/certificatekeypairs/': [], 'propertymappings/provider/scope/': [openid] };
    const { creation, lacks } = await proposal(nothing, { redirectUris: [] });
    expect(creation).toMatchObject({ signingKey: null, mappings: ['openid-1'] });
    expect(lacks).toEqual([{ what: 'signing-key' }, { what: 'scope', scope: 'groups' }, { what: 'callback' }]);
  });

  it('finds a free name and slug, also beside what only Latchkey knows', async () => {
    const taken = { 'providers/oauth2/': [providerRecord({ name: 'Portainer' })], 'core/applications/': [] };
    const { creation } = await proposal(taken, { slugsTaken: ['portainer-2'] });
    expect(creation).toMatchObject({ name: 'Portainer 2', slug: 'portainer-3' });
    expect(freeName('A', ['A', 'A 2'])).toBe('A 3');
    expect(freeSlug('x'.repeat(60), ['x'.repeat(50)])).toBe(`${'x'.repeat(48)}-2`);
    expect(freeSlug('Portainer', ['portainer'])).toBe('Portainer-2');
  });

  it('goes on without the list of applications, and stops at any other missing right', async () => {
    const forbidden = () => json({ detail: 'You do not have permission to perform this action.' }, 403);
    expect((await proposal({ 'core/applications/': forbidden() })).creation.slug).toBe('portainer');
    for (const path of ['authorization', 'invalidation', 'crypto/certificatekeypairs/', 'providers/oauth2/'] as const) {
      const { send } = instance({ [path]: forbidden() });
      expect(kindOf(await proposeClient(transportOver(send), wanted, parseVersion('2026.8.3')))).toBe('forbidden');
    }
  });
});

describe('what is read back', () => {
  const client = {
    ...{ name: 'Portainer', slug: 'portainer', clientType: 'confidential' as const, subjectMode: 'user_id' },
    ...{ authorizationFlow: 'flow-i', invalidationFlow: 'flow-end', signingKey: 'key-1', mappings: ['a', 'b'] },
    redirectUris: wanted.redirectUris,
    ...{ clientId: 'test-client', clientSecret: 'test-secret-not-a-real-one' },
  };
  const sentAs = {
    ...{
      name: 'Portainer',
      client_id: 'test-client',
      client_secret: 'test-secret-not-a-real-one',
      sub_mode: 'user_id',
    },
    ...{
      authorization_flow: 'flow-i',
      invalidation_flow: 'flow-end',
      signing_key: 'key-1',
      property_mappings: ['b', 'a'],
    },
    redirect_uris: [{ matching_mode: 'strict', url: 'https://portainer.company/', redirect_uri_type: 'authorization' }],
    grant_types: ['refresh_token', 'authorization_code'],
  };
  const version = parseVersion('2026.8.3');

  function made(
    record: Record<string, unknown>,
    application: unknown = { name: 'Portainer', slug: 'portainer', provider: 7 },
  ) {
    const { send, sent } = fakeSend(({ method, url }) => {
      if (method === 'PUT') return json({ applied: true });
      if (url.pathname.endsWith('/applications/portainer/')) {
        return application === null ? json({ detail: 'Not found.' }, 404) : json(application);
      }
      return json({ pagination: { next: 0, count: 1 }, results: [providerRecord({ ...sentAs, ...record })] });
    });
    return { transport: transportOver(send), sent };
  }

  it('is as it was sent, in whatever order, also where the secret is not told', async () => {
    for (const record of [{}, { client_secret: undefined }]) {
      const { transport } = made(record);
      expect(await createClient(transport, client, version)).toEqual({
        ok: true,
        value: { is: 'made', pk: 7, differs: [] },
      });
    }
  });

  it.each<[string, Record<string, unknown>]>([
    ['property_mappings', { property_mappings: ['a'] }],
    ['grant_types', { grant_types: [] }],
    ['redirect_uris', { redirect_uris: [] }],
    ['signing_key', { signing_key: null }],
    ['client_secret', { client_secret: 'another' }],
    ['sub_mode', { sub_mode: 'hashed_user_id' }],
  ])('names %s where it is kept otherwise', async (field, record) => {
    expect(await lookForClient(made(record).transport, client, version)).toEqual({
      is: 'made',
      pk: 7,
      differs: [field],
    });
  });

  it('is half where the application is another one’s, is missing, or has no provider', async () => {
    for (const application of [null, { name: 'Portainer', slug: 'portainer', provider: 8 }]) {
      const end = await lookForClient(made({}, application).transport, client, version);
      expect(end).toEqual({ is: 'half', there: 'provider' });
    }
    const alone = { name: 'Portainer', slug: 'portainer', provider: null };
    const { transport } = made({ client_id: 'of-somebody' }, alone);
    expect(await lookForClient(transport, client, version)).toEqual({ is: 'half', there: 'application' });
    const foreign = made({ client_id: 'of-somebody' }, { ...alone, name: 'Other' });
    expect(await lookForClient(foreign.transport, client, version)).toEqual({ is: 'nothing' });
  });

  it.each<[text: string, uris: unknown, keys: string[]]>([
    ['2024.8.4', 'https://portainer\\.company/', []],
    ['2024.8.5', [{ matching_mode: 'strict', url: 'https://portainer.company/' }], []],
    ['2024.10.2', 'https://portainer\\.company/', ['invalidation_flow']],
    ['2024.10.3', [{ matching_mode: 'strict', url: 'https://portainer.company/' }], ['invalidation_flow']],
    ['2026.5.0', sentAs.redirect_uris, ['grant_types', 'invalidation_flow']],
  ])('is sent as %s takes it', async (text, uris, keys) => {
    const { transport, sent } = made({});
    await createClient(transport, client, parseVersion(text));
    const [put] = sent.filter(({ method }) => method === 'PUT');
    if (put === undefined) throw new Error('nothing was sent');
    const { provider } = put.body as { provider: Record<string, unknown> };
    expect(provider['redirect_uris']).toEqual(uris);
    expect(['grant_types', 'invalidation_flow'].filter((key) => key in provider)).toEqual(keys);
    expect(put.body).not.toHaveProperty('policy_bindings');
  });

  it('sends nothing once it is cancelled', async () => {
    const { transport, sent } = made({});
    const end = await createClient(transport, client, version, AbortSignal.abort());
    expect([kindOf(end), sent]).toEqual(['cancelled', []]);
  });

  it.each<[string, unknown, number, unknown]>([
    [
      'the name below app.provider',
      { app: { provider: { name: ['object exists already'] } } },
      400,
      { is: 'taken', what: 'name' },
    ],
    [
      'a right, in words',
      { app: 'User lacks permission to create authentik_core.application' },
      403,
      { to: 'application' },
    ],
    ['a right, as detail', { detail: 'You do not have permission to perform this action.' }, 403, { to: 'unknown' }],
    ['a field', { provider: { sub_mode: ['"x" is not a valid choice.'] } }, 400, { is: 'refused' }],
  ])('understands a refusal of %s', async (_name, body, status, end) => {
    const { send } = fakeSend(({ method }) =>
      method === 'PUT' ? json(body, status) : json({ pagination: { next: 0, count: 0 }, results: [] }),
    );
    expect(await createClient(transportOver(send), client, version)).toMatchObject({ ok: true, value: end });
  });
});
