// @vitest-environment node
/** The published contracts: what each version of authentik allows and forbids, so that the stand-in can't be wrong. */
import { describe, expect, test } from 'vitest';
import { ContractError, contractOf } from '@/tests/standins/authentik/contract/contract';
import type { ContractVersion } from '@/tests/standins/authentik/contract/versions';

const versions: ContractVersion[] = ['2024.8', '2025.10', '2026.8'];
const oldest: ContractVersion = '2024.8';
const uuid = '5f0c7a30-0000-4000-8000-000000000001';
const change = { method: 'PATCH', template: '/providers/oauth2/{id}/' };
const create = { method: 'PUT', template: '/core/transactional/applications/' };
const list = { method: 'GET', template: '/providers/oauth2/' };
const none = new URLSearchParams();

const strict = { matching_mode: 'strict', url: 'https://portainer.company/' };
const typed = { ...strict, redirect_uri_type: 'authorization' };
const redirects = { '2024.8': 'https://portainer\\.company/', '2025.10': [strict], '2026.8': [typed] };

function sent(version: ContractVersion, body: unknown, call = change): () => void {
  return () => contractOf(version).checkRequest(call, none, body);
}

function creation(version: ContractVersion, provider: object = {}, app: object = {}) {
  return {
    app: { name: 'Portainer', slug: 'portainer', ...app },
    provider_model: 'authentik_providers_oauth2.oauth2provider',
    provider: {
      name: 'Portainer',
      authorization_flow: uuid,
      invalidation_flow: uuid,
      redirect_uris: redirects[version],
      ...provider,
    },
  };
}

describe.each(versions)('authentik %s', (version) => {
  test('takes its own shape of redirect URIs and creation, in whole', () => {
    expect(sent(version, { redirect_uris: redirects[version] })).not.toThrow();
    expect(sent(version, creation(version), create)).not.toThrow();
  });

  test.each(versions.filter((other) => other !== version))('judges the redirect URIs of %s as published', (other) => {
    const isAllowed = version === '2026.8' && other === '2025.10';
    const act = expect(sent(version, { redirect_uris: redirects[other] }));
    if (isAllowed) act.not.toThrow();
    else act.toThrow(/redirect_uris/);
  });

  test('knows grant types from 2026.5 on only', () => {
    const act = expect(sent(version, creation(version, { grant_types: ['authorization_code'] }), create));
    if (version === '2026.8') act.not.toThrow();
    else act.toThrow('grant_types');
  });

  test.each([
    ['a field that is not there', { client_name: 'x' }, 'client_name'],
    ['a wrong type', { sub_mode: 7 }, '/sub_mode'],
    ['a value that is not in the list', { sub_mode: 'user_name' }, '/sub_mode'],
    ['null where it is not allowed', { name: null }, '/name'],
  ])('refuses %s', (_kind, body, where) => {
    expect(sent(version, body)).toThrow(where);
  });

  test('refuses a creation that lacks its flow or its provider', () => {
    const { provider: _left, ...half } = creation(version);
    expect(sent(version, half, create)).toThrow(/provider/);
    expect(sent(version, creation(version, { authorization_flow: undefined }), create)).toThrow(/authorization_flow/);
  });

  test('refuses parameters and calls that are not published', () => {
    const { checkRequest, knows } = contractOf(version);
    expect(() => checkRequest(list, new URLSearchParams('page=1&page_size=100&search=x'), undefined)).not.toThrow();
    expect(() => checkRequest(list, new URLSearchParams('slug=x'), undefined)).toThrow('slug');
    expect(() => checkRequest({ ...list, method: 'PATCH' }, none, {})).toThrow('PATCH');
    expect(knows({ method: 'GET', template: '/providers/oidc/' })).toBe(false);
  });

  test('lets through an answer of its own, less what it does not have, and no half one', () => {
    const { answer } = contractOf(version);
    const call = { method: 'GET', template: '/admin/version/' };
    const told = {
      version_current: version,
      version_latest: version,
      version_latest_valid: true,
      build_hash: '',
      outdated: false,
      outpost_outdated: false,
    };
    expect(answer(call, 200, { ...told, brand_new: true })).not.toHaveProperty('brand_new');
    expect(() => answer(call, 200, { ...told, build_hash: undefined })).toThrow('build_hash');
    // A generated client takes any good status.
    if (version !== oldest) expect(() => answer(call, 201, told)).toThrow('never answers 201');
    expect(answer(call, 403, { detail: 'no' })).toEqual({ detail: 'no' });
    expect(() => answer(call, 403, { message: 'no' })).toThrow('detail');
    expect(answer(change, 404, { detail: 'Not found.' })).toEqual({ detail: 'Not found.' });
  });

  test('never repeats a value that was sent', () => {
    expect(sent(version, { client_secret: ['test-secret-sent'] })).toThrow(ContractError);
    expect(sent(version, { client_secret: ['test-secret-sent'] })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('test-secret-sent') }),
    );
  });
});

test('what only a schema knows is held, too: lengths, patterns and formats; the client of 2024.8 lost them', () => {
  const slug = 'with blank';
  for (const version of versions) {
    const act = expect(sent(version, creation(version, {}, { slug }), create));
    if (version === oldest) act.not.toThrow();
    else act.toThrow('pattern');
  }
});
