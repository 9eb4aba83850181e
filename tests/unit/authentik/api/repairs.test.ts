// @vitest-environment node
/** A repair is one change of one field, shown before, and taken back without touching what others did. */

import { describe, expect, it } from 'vitest';
import { type Catalogue, readCatalogue } from '@/authentik/api/catalogue';
import { readProvider } from '@/authentik/api/providers';
import { applyRepair, proposeRepairs, undoRepair } from '@/authentik/api/repairs';
import { parseVersion } from '@/authentik/api/version';
import type { Repair } from '@/authentik/model';
import { fakeSend, json, kindOf, oneProvider, providerRecord, transportOver } from './fake-authentik';

const catalogue: Catalogue = {
  keys: [
    { pk: 'key-rsa', name: 'authentik Self-signed Certificate', isRsa: true },
    { pk: 'key-ec', name: 'other', isRsa: false },
  ],
  mappings: [
    { pk: 'openid-1', name: 'openid', scope: 'openid', isOwn: true },
    { pk: 'email-1', name: 'email', scope: 'email', isOwn: true },
    { pk: 'profile-custom', name: 'my profile', scope: 'profile', isOwn: false },
    { pk: 'profile-1', name: 'profile', scope: 'profile', isOwn: true },
    { pk: 'groups-custom', name: 'groups', scope: 'groups', isOwn: false },
  ],
};

const subject: Repair = { field: 'sub_mode', now: 'hashed_user_id', next: 'user_username' };
const key: Repair = { field: 'signing_key', now: null, next: 'key-rsa' };
const mapping: Repair = {
  field: 'property_mappings',
  now: ['openid-1', 'email-1'],
  next: ['openid-1', 'email-1', 'profile-1'],
};

async function providerOf(changes: Record<string, unknown>) {
  const provider = await readProvider(oneProvider(providerRecord(changes)).transport, 7);
  if (!provider.ok) throw new Error(provider.failure.kind);
  return provider.value;
}

describe('proposeRepairs', () => {
  it('proposes exactly what is not met', async () => {
    const needs = { subjectMode: 'user_username', signingKey: true, scopes: ['openid', 'email', 'profile'] };
    const proposal = proposeRepairs(await providerOf({ signing_key: null }), needs, catalogue);
    expect(proposal).toEqual({ repairs: [subject, key, mapping], missing: [] });
  });

  it('proposes nothing where all is met, or nothing is needed', async () => {
    const met = await providerOf({ sub_mode: 'user_username' });
    expect(
      proposeRepairs(met, { subjectMode: 'user_username', signingKey: true, scopes: ['email'] }, catalogue),
    ).toEqual({ repairs: [], missing: [] });
    const bare = await providerOf({ signing_key: null, property_mappings: [] });
    expect(proposeRepairs(bare, { signingKey: false, scopes: [] }, catalogue)).toEqual({ repairs: [], missing: [] });
  });

  it('takes another mapping only where authentik has none of its own, and names what there is none of', async () => {
    const needs = { signingKey: true, scopes: ['groups', 'ak_special'] };
    const proposal = proposeRepairs(await providerOf({ signing_key: null }), needs, { ...catalogue, keys: [] });
    expect(proposal).toEqual({
      repairs: [
        {
          field: 'property_mappings',
          now: ['openid-1', 'email-1'],
          next: ['openid-1', 'email-1', 'groups-custom'],
        },
      ],
      missing: [{ what: 'signing-key' }, { what: 'scope', scope: 'ak_special' }],
    });
  });
});

describe('applyRepair and undoRepair', () => {
  it.each([
    [subject, { sub_mode: 'hashed_user_id' }],
    [key, { signing_key: null }],
    [mapping, { property_mappings: ['openid-1', 'email-1'] }],
  ])('change one field, and back: $field', async (repair, start) => {
    const { transport, record, writes } = oneProvider(providerRecord(start));
    const before = structuredClone(record);
    expect(await applyRepair(transport, 7, repair)).toEqual({ ok: true, value: repair });
    expect(record).toEqual({ ...before, [repair.field]: repair.next });
    expect(await undoRepair(transport, 7, repair)).toEqual({ ok: true, value: true });
    expect(record).toEqual(before);
    expect(writes().map(({ body }) => body)).toEqual([{ [repair.field]: repair.next }, { [repair.field]: repair.now }]);
  });

  it.each([
    [subject, { sub_mode: 'user_email' }],
    [key, { signing_key: 'key-of-somebody' }],
  ])('send nothing when somebody has chosen something else meanwhile: $field', async (repair, start) => {
    const { transport, writes } = oneProvider(providerRecord(start));
    expect(kindOf(await applyRepair(transport, 7, repair))).toBe('changed-meanwhile');
    expect(kindOf(await undoRepair(transport, 7, repair))).toBe('changed-meanwhile');
    expect(writes()).toEqual([]);
  });

  it('send nothing when it was done by somebody else, and then take nothing back', async () => {
    const { transport, writes, record } = oneProvider(
      providerRecord({ sub_mode: 'user_username', property_mappings: ['profile-1', 'email-1'] }),
    );
    for (const repair of [subject, mapping]) {
      const done = await applyRepair(transport, 7, repair);
      if (!done.ok) throw new Error(done.failure.kind);
      expect(done.value.now).toEqual(done.value.next);
      expect(await undoRepair(transport, 7, done.value)).toEqual({ ok: true, value: false });
    }
    expect([writes(), record.sub_mode]).toEqual([[], 'user_username']);
  });

  it('keep the mappings others have added or taken away meanwhile', async () => {
    const { transport, record } = oneProvider(providerRecord({ property_mappings: ['openid-1', 'theirs'] }));
    const done = await applyRepair(transport, 7, mapping);
    expect(record.property_mappings).toEqual(['openid-1', 'theirs', 'profile-1']);
    if (!done.ok) throw new Error(done.failure.kind);
    record.property_mappings = ['later', 'openid-1', 'profile-1'];
    expect(await undoRepair(transport, 7, done.value)).toEqual({ ok: true, value: true });
    expect(record.property_mappings).toEqual(['later', 'openid-1']);
  });

  it('say when the change did not stay', async () => {
    for (const repair of [subject, mapping]) {
      const start = providerRecord();
      const { transport } = oneProvider({ ...start }, (count, record) => {
        if (count === 2) Object.assign(record, start);
      });
      expect(kindOf(await applyRepair(transport, 7, repair))).toBe('not-kept');
    }
  });
});

describe('readCatalogue', () => {
  const pagination = { next: 0, previous: 0, count: 1, current: 1, total_pages: 1 };
  const keys = [
    { pk: 'ec', name: 'authentik EC', key_type: 'ec', managed: null },
    {
      pk: 'own-jwt',
      name: 'authentik Internal JWT Certificate',
      key_type: 'rsa',
      managed: 'goauthentik.io/crypto/jwt-managed',
    },
    { pk: 'rsa', name: 'company RSA', private_key_type: 'rsa' },
    { pk: 'self', name: 'authentik Self-signed Certificate', key_type: 'rsa', managed: null },
  ];
  const mappings = [
    {
      pk: 'm1',
      name: 'authentik default email',
      scope_name: 'email',
      managed: 'goauthentik.io/providers/oauth2/scope-email',
    },
    { pk: 'm2', name: 'mine', scope_name: 'email', managed: null },
  ];
  const instance = () =>
    fakeSend(({ url }) =>
      json({ pagination, results: url.pathname.includes('certificatekeypairs') ? keys : mappings }),
    );

  it('puts the keys most apps accept first, without the one authentik keeps for itself', async () => {
    const { send } = instance();
    expect(await readCatalogue(transportOver(send), parseVersion('2026.8.3'))).toEqual({
      ok: true,
      value: {
        keys: [
          { pk: 'self', name: 'authentik Self-signed Certificate', isRsa: true },
          { pk: 'rsa', name: 'company RSA', isRsa: true },
          { pk: 'ec', name: 'authentik EC', isRsa: false },
        ],
        mappings: [
          { pk: 'm1', name: 'authentik default email', scope: 'email', isOwn: true },
          { pk: 'm2', name: 'mine', scope: 'email', isOwn: false },
        ],
      },
    });
  });

  it.each([
    ['2024.6.4', '/api/v3/propertymappings/scope/'],
    ['2024.8.0', '/api/v3/propertymappings/provider/scope/'],
  ])('finds the mappings of %s', async (text, path) => {
    const { send, sent } = instance();
    await readCatalogue(transportOver(send), parseVersion(text));
    expect(sent.map(({ url }) => url.pathname)).toEqual(['/api/v3/crypto/certificatekeypairs/', path]);
    expect(sent[0]?.url.searchParams.get('has_key')).toBe('true');
  });

  it('names a missing right', async () => {
    const { send } = fakeSend(() => json({ detail: 'No.' }, 403));
    expect(kindOf(await readCatalogue(transportOver(send), undefined))).toBe('forbidden');
  });
});
