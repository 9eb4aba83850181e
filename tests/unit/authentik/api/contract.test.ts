// @vitest-environment node
/** What is sent is what three versions of authentik have published that they take, and what they answer is understood. */

import { describe, expect, it } from 'vitest';
import { readAccount } from '@/authentik/api/account';
import { readCatalogue } from '@/authentik/api/catalogue';
import { listProviders } from '@/authentik/api/providers';
import { registerCallback, unregisterCallback } from '@/authentik/api/register-callback';
import { applyRepair, undoRepair } from '@/authentik/api/repairs';
import { parseVersion } from '@/authentik/api/version';
import type { Repair } from '@/authentik/model';
import { contractOf } from '@/tests/standins/authentik/contract/contract';
import type { ContractVersion } from '@/tests/standins/authentik/contract/versions';
import { fakeSend, json, kindOf, providerRecord, transportOver } from './fake-authentik';
import { answers, fullProvider } from './full-answers';

const callback = 'https://portainer.company/cb';
const mappings = ['5f0c7a30-0000-4000-8000-00000000000a'];
const strict = { matching_mode: 'strict', url: 'https://portainer.company/' };
const typed = { ...strict, redirect_uri_type: 'logout' };

const cases: [ContractVersion, before: unknown, after: unknown][] = [
  ['2024.8', 'https://portainer\\.company/', 'https://portainer\\.company/\nhttps://portainer\\.company/cb'],
  ['2025.10', [strict], [strict, { matching_mode: 'strict', url: callback }]],
  ['2026.8', [typed], [typed, { matching_mode: 'strict', url: callback, redirect_uri_type: 'authorization' }]],
];

/** An authentik of this version, that refuses to take or to say what is not published. */
function instance(version: ContractVersion, redirectUris: unknown) {
  const contract = contractOf(version);
  const own = { ...fullProvider, property_mappings: mappings, redirect_uris: redirectUris };
  const provider = providerRecord(own);
  const faults: string[] = [];
  const { send, sent } = fakeSend(({ method, url, body }) => {
    const template = url.pathname.replace('/api/v3', '').replace('/7/', '/{id}/');
    try {
      contract.checkRequest({ method, template }, url.searchParams, body);
      if (method === 'PATCH') Object.assign(provider, body);
      return json(contract.answer({ method, template }, 200, answers(version, provider)[template]));
    } catch (error) {
      faults.push(String(error));
      return json({ detail: 'not published' }, 500);
    }
  });
  return { transport: transportOver(send), provider, faults, sent };
}

describe.each(cases)('authentik %s', (version, before, after) => {
  it('is read: account, providers, keys and mappings', async () => {
    const { transport, faults } = instance(version, before);
    const account = await readAccount(transport);
    expect(faults).toEqual([]);
    expect(account.ok && account.value.version).toEqual(parseVersion(version));
    const providers = await listProviders(transport, { search: 'Portainer' });
    expect(faults).toEqual([]);
    expect(providers.ok && providers.value.map(({ pk, redirectUris }) => [pk, redirectUris])).toEqual([[7, before]]);
    const catalogue = await readCatalogue(transport, parseVersion(version));
    expect(faults).toEqual([]);
    expect(catalogue.ok && [catalogue.value.keys.length, catalogue.value.mappings.length]).toEqual([1, 1]);
    expect(catalogue.ok && catalogue.value.keys[0]?.isRsa).toBe(true);
  });

  it('takes a callback and gives it back', async () => {
    const { transport, provider, faults } = instance(version, before);
    const request = { pk: 7, callback, version: parseVersion(version) };
    const added = await registerCallback(transport, request);
    expect(faults).toEqual([]);
    expect(provider.redirect_uris).toEqual(after);
    expect(await registerCallback(transport, request)).toMatchObject({ ok: true, value: { is: 'already' } });
    if (!added.ok || added.value.is !== 'added') throw new Error('not added');
    expect(await unregisterCallback(transport, 7, added.value.entry)).toEqual({ ok: true, value: true });
    expect([provider.redirect_uris, faults]).toEqual([before, []]);
  });

  it.each<Repair>([
    { field: 'sub_mode', now: 'hashed_user_id', next: 'user_username' },
    { field: 'signing_key', now: fullProvider.signing_key, next: null },
    { field: 'property_mappings', now: mappings, next: [...mappings, '5f0c7a30-0000-4000-8000-00000000000b'] },
  ])('takes a repair and its undoing: $field', async (repair) => {
    const { transport, provider, faults } = instance(version, before);
    expect(kindOf(await applyRepair(transport, 7, repair))).toBe('ok');
    expect(provider[repair.field]).toEqual(repair.next);
    expect(await undoRepair(transport, 7, repair)).toEqual({ ok: true, value: true });
    expect([provider[repair.field], faults]).toEqual([repair.now, []]);
  });
});
