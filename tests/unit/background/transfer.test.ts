// @vitest-environment node
/** Export, import and reveal as the screens ask for them: what comes out, what goes in, and what nothing can do. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { encryptedExport, type TransferRecord } from '@/vault/transfer';
import { runs } from '../thorough';
import { badFiles } from '../vault/bad-files';
import { findMarker } from '../vault/notes';
import { boundWorld, profileWorld, unwrap } from './profile-world';
import {
  byId,
  callback,
  client,
  contentsOf,
  emptyWorld,
  filePassphrase,
  fileWith,
  instance,
  openWorld,
  preview,
  recordsWith,
  site,
  take,
  token,
  tokenSecret,
} from './transfer-world';
import { draft, origin, page, passphrase, popup, secret, type World } from './world';

const everything = recordsWith({
  instances: [instance],
  profiles: [client, token],
  sites: [site],
  callbacks: [callback],
});

const failsWith = (kind: string) => ({ ok: false, failure: { kind } });

async function sealed(records: readonly TransferRecord[]): Promise<string> {
  return unwrap(await encryptedExport(records, filePassphrase));
}

async function takeEverything(world: World): Promise<void> {
  await take(world, await sealed(everything), { typed: filePassphrase });
}

const shelf = async (world: World) => unwrap(await world.ask(popup, 'shelf.read'));

describe('export.make', () => {
  it('A12: asks for the passphrase of the vault again, for either kind of file', async () => {
    const { world } = await profileWorld();
    for (const typed of ['', 'another passphrase', filePassphrase]) {
      const plain = await world.ask(popup, 'export.make', { mode: 'plain', passphrase: typed });
      expect(plain).toEqual(failsWith('wrong-passphrase'));
      const encrypted = { mode: 'encrypted' as const, passphrase: typed, filePassphrase: 'TEST another, for a file' };
      expect(await world.ask(popup, 'export.make', encrypted)).toEqual(failsWith('wrong-passphrase'));
    }
    await world.ask(popup, 'vault.lock');
    expect(await world.ask(popup, 'export.make', { mode: 'plain', passphrase })).toEqual(failsWith('vault-locked'));
  });

  it('wants a passphrase of its own for the file, long enough', async () => {
    const { world } = await profileWorld();
    const ask = (typed: string) =>
      world.ask(popup, 'export.make', { mode: 'encrypted', passphrase, filePassphrase: typed });
    expect(await ask(passphrase)).toEqual(failsWith('passphrase-reused'));
    expect(await ask('eleven char')).toEqual(failsWith('passphrase-too-short'));
  });

  it('names the file by its day, counts, and shows nothing in an encrypted file', async () => {
    const { world } = await boundWorld();
    const made = unwrap(await world.ask(popup, 'export.make', { mode: 'encrypted', passphrase, filePassphrase }));
    expect(made).toMatchObject({
      profiles: 1,
      damaged: 0,
      name: expect.stringMatching(/^latchkey-\d{4}-\d\d-\d\d\.json$/),
    });
    for (const marker of [secret, passphrase, filePassphrase, 'authentik.company', 'test-client-id', origin]) {
      expect(findMarker(made.text, marker), marker).toEqual([]);
    }
  });

  it('leaves every secret out of a readable file', async () => {
    const { world } = await boundWorld();
    await takeEverything(world);
    const { text } = unwrap(await world.ask(popup, 'export.make', { mode: 'plain', passphrase }));
    for (const marker of [secret, tokenSecret, passphrase]) expect(findMarker(text, marker)).toEqual([]);
    expect(text).toContain('test-client-id');
  });

  it('says how many entries could not be read', async () => {
    const { world } = await profileWorld();
    await takeEverything(world);
    await fakeBrowser.storage.local.set({
      [`record:${client.id}`]: { format: 1, sealed: { iv: 'A'.repeat(16), data: 'AAAA' } },
    });
    expect(unwrap(await world.ask(popup, 'export.make', { mode: 'plain', passphrase }))).toMatchObject({
      profiles: 2,
      damaged: 1,
    });
  });

  it('asks for no passphrase where there is none', async () => {
    const world = await openWorld();
    await world.ask(popup, 'profile.save', draft());
    const made = unwrap(await world.ask(popup, 'export.make', { mode: 'encrypted', passphrase: '', filePassphrase }));
    expect(made.profiles).toBe(1);
  });

  it('keeps what was said for this browser alone: http that was accepted, and when to lock', async () => {
    const { world } = await profileWorld();
    world.tab.url = 'http://nas.lan/';
    unwrap(await world.ask(popup, 'site.acknowledge', { tabId: 7 }));
    const { text } = unwrap(await world.ask(popup, 'export.make', { mode: 'plain', passphrase }));
    expect(text).not.toContain('nas.lan');
  });
});

describe('a round trip', () => {
  it('brings everything into an empty vault, under the same ids', async () => {
    const world = await emptyWorld();
    await takeEverything(world);
    expect(await contentsOf(world)).toEqual(byId(everything));
  });

  const text = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}[a-z]$/);
  const ids = (prefix: string) =>
    fc.uniqueArray(
      text.map((one) => `${prefix}${one}`),
      { maxLength: 4 },
    );
  const vault = fc
    .record({
      hosts: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
      clients: ids('c'),
      tokens: ids('t'),
      secret: fc.option(fc.stringMatching(/^[!-~]{1,40}$/), { nil: undefined }),
      scopes: fc.uniqueArray(text, { maxLength: 3 }),
      isGlobal: fc.boolean(),
      bound: fc.boolean(),
    })
    .map(({ hosts, clients, tokens, secret: kept, scopes, isGlobal, bound }) => {
      const instances = hosts.map((host) => ({
        id: `i-${host}`,
        name: `authentik of ${host}`,
        baseUrl: `https://${host}.company/sub`,
        issuerMode: isGlobal ? 'global' : 'per_provider',
      }));
      const instanceId = (index: number) => instances[index % instances.length]?.id;
      const profiles = [
        ...clients.map((slug, index) => ({
          ...client,
          id: `p-${slug}`,
          slug,
          instanceId: instanceId(index),
          scopes: [...new Set(['openid', ...scopes])],
          clientSecret: kept,
        })),
        ...tokens.map((name, index) => ({
          ...token,
          id: `p-${name}`,
          name,
          instanceId: instanceId(index),
          token: kept,
        })),
      ];
      const sites = bound
        ? clients.map((slug) => ({
            ...site,
            id: `s-${slug}`,
            origin: `https://${slug}.company`,
            profileId: `p-${slug}`,
          }))
        : [];
      const used = instances.filter(({ id }) => profiles.some((profile) => profile.instanceId === id));
      return recordsWith({ instances: used, profiles, sites });
    });

  it('changes no record of any vault', async () => {
    await fc.assert(
      fc.asyncProperty(vault, async (records) => {
        const world = await emptyWorld();
        await take(world, await sealed(records), { typed: filePassphrase });
        expect(await contentsOf(world)).toEqual(byId(records));
        // And once more: everything is here already.
        const again = await preview(world, await sealed(records), filePassphrase);
        expect([...again.profiles, ...again.sites].filter(({ state }) => state !== 'same')).toEqual([]);
      }),
      runs(100),
    );
  });

  it('comes from a real vault and goes to another', async () => {
    const { world } = await boundWorld();
    const before = await contentsOf(world);
    const { text } = unwrap(await world.ask(popup, 'export.make', { mode: 'encrypted', passphrase, filePassphrase }));
    const other = await emptyWorld();
    await take(other, text, { typed: filePassphrase });
    expect(await contentsOf(other)).toEqual(before);
  });
});

describe('import.preview', () => {
  it('asks for the passphrase of an encrypted file, and says when it is wrong', async () => {
    const { world } = await profileWorld();
    const file = await sealed(everything);
    const ask = (typed: string) => world.ask(popup, 'import.preview', { text: file, passphrase: typed });
    expect(await ask('')).toEqual({ ok: true, value: { needs: 'passphrase' } });
    expect(await ask(passphrase)).toEqual(failsWith('wrong-file-passphrase'));
    await world.ask(popup, 'vault.lock');
    expect(await ask(filePassphrase)).toEqual(failsWith('vault-locked'));
  });

  it('says what is new, and stores nothing on disk', async () => {
    const { world } = await profileWorld();
    const { local } = await world.save();
    const shown = await preview(world, await sealed(everything), filePassphrase);
    expect(shown).toMatchObject({
      mode: 'encrypted',
      secretsNotKept: 0,
      profiles: [
        { id: client.id, name: 'Files', slug: 'files', baseUrl: instance.baseUrl, state: 'new', hasSecret: true },
        { id: token.id, name: 'Directory', state: 'new', hasSecret: true },
      ],
      sites: [{ origin, profile: 'Files', state: 'new' }],
      callbacks: [{ url: callback.url, state: 'new' }],
    });
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(JSON.stringify(shown)).not.toContain(tokenSecret);
    expect((await world.save()).local).toEqual(local);
  });

  it('names duplicates by application or by id, with every field that changes, and never a secret', async () => {
    const { world } = await profileWorld();
    await takeEverything(world);
    const newSecret = 'TEST-secret-background-0009';
    const renamed = { ...client, id: 'other-id', name: 'Files, renamed', clientId: 'new-id', clientSecret: newSecret };
    const moved = { ...token, name: 'Directory 2', token: 'TEST-token-background-0009' };
    const records = recordsWith({
      instances: [{ ...instance, name: 'The company' }],
      profiles: [renamed, moved],
    });
    const shown = await preview(world, await sealed(records), filePassphrase);
    expect(shown.profiles).toMatchObject([
      {
        state: 'changed',
        here: { id: client.id, name: 'Files' },
        changes: [
          { field: 'name', now: 'Files', next: 'Files, renamed' },
          { field: 'clientId', now: 'client-id-of-files', next: 'new-id' },
          { field: 'instanceName', now: 'Company', next: 'The company' },
          { field: 'clientSecret', isFirst: false },
        ],
      },
      {
        state: 'changed',
        here: { id: token.id, name: 'Directory' },
        changes: [{ field: 'name' }, { field: 'instanceName' }, { field: 'apiToken', isFirst: false }],
      },
    ]);
    for (const marker of [secret, newSecret, 'TEST-token']) expect(JSON.stringify(shown)).not.toContain(marker);
  });

  it.each([
    ['an address that is none', { baseUrl: 'javascript:alert(1)' }, {}],
    ['an address by http', { baseUrl: 'http://authentik.company' }, {}],
    ['an address with a user', { baseUrl: 'https://me@authentik.company' }, {}],
    ['a slug that leads elsewhere', {}, { slug: '../../evil' }],
    ['a scope that is none', {}, { scopes: ['openid', 'a b'] }],
    ['no openid', {}, { scopes: ['email'] }],
    ['a redirect URI that is none', {}, { redirectUris: ['javascript:alert(1)'] }],
    ['a client ID of another kind', {}, { clientId: 'ümlaut' }],
    ['a name with blanks around it', {}, { name: ' Files ' }],
    ['a secret with a line break', {}, { clientSecret: 'TEST\nsecret' }],
  ])('A11: leaves out what the form would not save: %s', async (_what, ofInstance, ofProfile) => {
    const world = await emptyWorld();
    const records = recordsWith({
      instances: [{ ...instance, ...ofInstance }],
      profiles: [{ ...client, ...ofProfile }],
      sites: [site],
    });
    const file = await sealed(records);
    expect(await preview(world, file, filePassphrase)).toMatchObject({
      profiles: [{ state: 'left-out', why: 'unsound' }],
      sites: [{ state: 'left-out', why: 'no-profile' }],
    });
    await take(world, file, { typed: filePassphrase });
    expect(await contentsOf(world)).toEqual([]);
  });

  it('leaves out a profile without its authentik, and the second of two that are one', async () => {
    const world = await emptyWorld();
    const records = recordsWith({
      instances: [instance],
      profiles: [client, { ...client, id: 'client-2' }, { ...token, instanceId: 'gone' }],
    });
    const shown = await preview(world, await sealed(records), filePassphrase);
    expect(shown.profiles).toMatchObject([{ state: 'new' }, { why: 'twice' }, { why: 'incomplete' }]);
  });

  it.each([
    ['no origin', { origin: 'nonsense' }],
    ['an origin with a path', { origin: `${origin}/` }],
    ['public http', { origin: 'http://portainer.company' }],
    ['an opaque origin', { origin: 'null' }],
    ['a file', { origin: 'file:///etc' }],
    ['a path that is none', { basePath: 'nonsense' }],
    ['an app that is none', { app: '../portainer' }],
    ['a huge choice', { choices: { a: 'x'.repeat(2000) } }],
  ])('A11: leaves out a site with %s', async (_what, changes) => {
    const world = await emptyWorld();
    const records = recordsWith({ instances: [instance], profiles: [client], sites: [{ ...site, ...changes }] });
    const file = await sealed(records);
    expect((await preview(world, file, filePassphrase)).sites).toMatchObject([{ state: 'left-out', why: 'unsound' }]);
    await take(world, file, { typed: filePassphrase });
    expect((await shelf(world)).bindings).toEqual([]);
  });

  it('A11: binds no profile that is here to a site of the file, nor moves a site to another profile', async () => {
    const { world, profileId } = await boundWorld();
    const own = { ...client, slug: 'containers', id: profileId };
    const evil = { ...site, id: 'evil', origin: 'https://portainer.company.evil.test', profileId };
    const evilCallback = { ...callback, id: 'evil-callback', origin: evil.origin, url: `${evil.origin}/`, profileId };
    const stolen = { ...site, id: 'stolen', profileId: 'client-9' };
    const records = recordsWith({
      instances: [instance],
      profiles: [own, { ...client, id: 'client-9', slug: 'nine' }],
      sites: [evil, stolen],
      callbacks: [evilCallback, { ...callback, profileId }],
    });
    const before = (await shelf(world)).bindings;
    const file = await sealed(records);
    const shown = await preview(world, file, filePassphrase);
    expect(shown.sites).toMatchObject([{ why: 'known-profile' }, { why: 'taken' }]);
    expect(shown.callbacks).toMatchObject([{ state: 'left-out' }, { state: 'new' }]);
    await take(world, file, { typed: filePassphrase, replace: [profileId] });
    expect((await shelf(world)).bindings).toEqual(before);
    expect((await shelf(world)).callbacks.map(({ url }) => url)).toEqual([callback.url]);
  });

  it.each([
    ['a foreign host', { url: 'https://evil.test/' }],
    ['a script', { url: 'javascript:alert(1)' }],
    ['a wildcard', { url: `${origin}/*` }],
    ['a pattern for any host', { url: '^https://.*', matching: 'regex' as const }],
    ['a day that is none', { at: 1e300 }],
    ['a page that is none', { origin: 'nonsense' }],
  ])('A11: leaves out a callback with %s', async (_what, changes) => {
    const world = await emptyWorld();
    const records = recordsWith({
      instances: [instance],
      profiles: [client],
      callbacks: [{ ...callback, ...changes }],
    });
    const file = await sealed(records);
    expect((await preview(world, file, filePassphrase)).callbacks).toMatchObject([{ state: 'left-out' }]);
    await take(world, file, { typed: filePassphrase });
    expect((await shelf(world)).callbacks).toEqual([]);
  });
});

describe('import.apply', () => {
  it('replaces only the profiles that are named, raises their revision, and keeps what the file does not hold', async () => {
    const { world } = await profileWorld();
    await takeEverything(world);
    const stored = async () => (await contentsOf(world)).find(({ data }) => data.id === client.id)?.data;
    const { clientSecret: _, ...without } = client;
    const file = fileWith(
      recordsWith({
        instances: [instance],
        profiles: [
          { ...without, clientId: 'new-id', revision: 1 },
          { ...token, token: undefined },
        ],
      }),
    );
    await take(world, file);
    expect(await stored()).toMatchObject({ clientId: client.clientId, revision: 3 });
    await take(world, file, { replace: [client.id] });
    expect(await stored()).toMatchObject({ clientId: 'new-id', revision: 4, clientSecret: secret });
    expect(await contentsOf(world)).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ token: tokenSecret }) }),
    );
  });

  it('takes a secret over, and a name alone asks for no new fill', async () => {
    const { world } = await profileWorld();
    await takeEverything(world);
    const rotated = { ...client, clientSecret: 'TEST-secret-background-0009' };
    await take(world, await sealed(recordsWith({ instances: [instance], profiles: [rotated] })), {
      typed: filePassphrase,
      replace: [client.id],
    });
    expect(unwrap(await world.ask(popup, 'profile.reveal', { id: client.id, passphrase }))).toEqual({
      secret: rotated.clientSecret,
    });
    expect((await shelf(world)).needsSecret, 'the site that was filled with the former one').toEqual([site.id]);
    const named = { ...rotated, name: 'Other name' };
    await take(world, await sealed(recordsWith({ instances: [{ ...instance, name: 'Other' }], profiles: [named] })), {
      typed: filePassphrase,
      replace: [client.id],
    });
    const { profiles, instances } = await shelf(world);
    expect(profiles.find(({ id }) => id === client.id)).toMatchObject({
      name: 'Other name',
      revision: 4,
      secretRevision: 1,
    });
    expect(instances).toMatchObject([{ name: 'Other' }]);
  });

  it('gives a new id where something else has it, and leads the references there', async () => {
    const { world, profileId } = await profileWorld();
    const { instances } = await shelf(world);
    const taken = String(instances[0]?.id);
    const file = await sealed(
      recordsWith({
        instances: [{ ...instance, id: 'i', baseUrl: 'https://other.company' }],
        profiles: [{ ...client, id: taken, instanceId: 'i' }],
        sites: [{ ...site, id: profileId, profileId: taken }],
        callbacks: [{ ...callback, profileId: taken }],
      }),
    );
    await take(world, file, { typed: filePassphrase });
    const now = await shelf(world);
    const added = now.profiles.find(({ name }) => name === 'Files');
    expect(now.profiles).toHaveLength(2);
    expect(now.instances.map(({ id }) => id)).toEqual(expect.arrayContaining([taken, 'i']));
    expect(added?.id).not.toBe(taken);
    expect(now.bindings).toMatchObject([{ profileId: added?.id }]);
    expect(now.bindings[0]?.id).not.toBe(profileId);
    expect(now.callbacks).toMatchObject([{ id: callback.id, profileId: added?.id }]);
  });

  it('leaves a damaged entry alone, even under the same id', async () => {
    const { world } = await profileWorld();
    await takeEverything(world);
    const damaged = { format: 1, sealed: { iv: 'A'.repeat(16), data: 'AAAA' } };
    await fakeBrowser.storage.local.set({ [`record:${client.id}`]: damaged });
    await takeEverything(world);
    expect((await world.save()).local[`record:${client.id}`]).toEqual(damaged);
    expect((await shelf(world)).profiles.filter(({ name }) => name === 'Files')).toHaveLength(1);
  });

  it('holds for exactly what was shown', async () => {
    const { world, profileId } = await profileWorld();
    const file = await sealed(everything);
    const apply = (digest: string) => world.ask(popup, 'import.apply', { digest, replace: [] });
    expect(await apply('digest')).toEqual(failsWith('import-stale'));

    const { digest } = await preview(world, file, filePassphrase);
    unwrap(
      await world.ask(popup, 'profile.save', draft({ id: profileId, clientSecret: 'TEST-secret-background-0003' })),
    );
    expect(await apply(digest)).toEqual(failsWith('import-stale'));

    const first = await preview(world, file, filePassphrase);
    const second = await preview(world, fileWith([]));
    expect(await apply(first.digest)).toEqual(failsWith('import-stale'));
    expect(unwrap(await apply(second.digest))).toEqual({ added: 0, replaced: 0, sites: 0, callbacks: 0 });

    const cancelled = await preview(world, file, filePassphrase);
    unwrap(await world.ask(popup, 'import.cancel'));
    expect(await apply(cancelled.digest)).toEqual(failsWith('import-stale'));
    expect((await shelf(world)).profiles).toHaveLength(1);
  });

  it('holds up to the write itself, and is applied once', async () => {
    const { world } = await profileWorld();
    const { digest } = await preview(world, await sealed(everything), filePassphrase);
    const apply = () => world.ask(popup, 'import.apply', { digest, replace: [] });
    const both = await Promise.all([apply(), apply()]);
    expect(both).toContainEqual({ ok: true, value: { added: 2, replaced: 0, sites: 1, callbacks: 1 } });
    expect(both).toContainEqual(failsWith('import-stale'));
  });

  it('A11: is all or nothing: a full storage leaves the vault as it was, and the file for another try', async () => {
    const { world } = await profileWorld();
    const { digest } = await preview(world, await sealed(everything), filePassphrase);
    const { local } = await world.save();
    const full = vi
      .spyOn(fakeBrowser.storage.local, 'set')
      .mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    expect(await world.ask(popup, 'import.apply', { digest, replace: [] })).toEqual(failsWith('storage-full'));
    full.mockRestore();
    expect((await world.save()).local).toEqual(local);
    unwrap(await world.ask(popup, 'import.apply', { digest, replace: [] }));
  });

  it('tells open pages, and a lock forgets the file', async () => {
    const { world } = await profileWorld();
    const { digest } = await preview(world, await sealed(everything), filePassphrase);
    expect(JSON.stringify((await world.save()).session)).toContain(tokenSecret);
    await world.ask(popup, 'vault.lock');
    expect(JSON.stringify((await world.save()).session)).not.toContain(tokenSecret);
    await world.ask(popup, 'vault.unlock', { passphrase });
    expect(await world.ask(popup, 'import.apply', { digest, replace: [] })).toEqual(failsWith('import-stale'));
    world.told = [];
    await takeEverything(world);
    expect(world.told.map(({ type }) => type)).toContain('tab.refresh');
    expect(JSON.stringify((await world.save()).session)).not.toContain(tokenSecret);
  });

  it('stores no secret where none are kept, and says how many', async () => {
    const world = await openWorld();
    const shown = await preview(world, await sealed(everything), filePassphrase);
    expect(shown).toMatchObject({ secretsNotKept: 2, profiles: [{ hasSecret: false }, { hasSecret: false }] });
    expect(unwrap(await world.ask(popup, 'import.apply', { digest: shown.digest, replace: [] })).added).toBe(2);
    const everywhere = JSON.stringify(await world.save());
    for (const marker of [secret, tokenSecret]) expect(findMarker(everywhere, marker)).toEqual([]);
    expect((await shelf(world)).profiles).toHaveLength(2);
    expect((await preview(world, await sealed(everything), filePassphrase)).profiles).toMatchObject([
      { state: 'same' },
      { state: 'same' },
    ]);
  });
});

describe('A11: a bad file', () => {
  const record = (id: unknown, more: object = {}) => ({
    kind: 'profile',
    data: { ...client, clientSecret: undefined, id, ...more },
  });

  it.each(badFiles({ record, text: 'name', secret: 'clientSecret' }))(
    'is named, and disk and memory stay as they were: %s, %s',
    async (kind, _what, text) => {
      const { world } = await profileWorld();
      const kept = async () => {
        // When the vault locks begins anew with every message.
        const { local, session } = await world.save();
        return { local, session: { ...session, key: null } };
      };
      const before = await kept();
      const file = text(await sealed(everything));
      for (const typed of ['', filePassphrase]) {
        expect(await world.ask(popup, 'import.preview', { text: file, passphrase: typed })).toEqual(failsWith(kind));
      }
      expect(await kept()).toEqual(before);
    },
  );
});

describe('profile.reveal', () => {
  it('A12: gives the secret for the passphrase, of an unlocked vault, to a screen', async () => {
    const { world, profileId } = await profileWorld();
    const ask = (typed: string, id = profileId) => world.ask(popup, 'profile.reveal', { id, passphrase: typed });
    expect(await ask(passphrase)).toEqual({ ok: true, value: { secret } });
    expect(await ask('another passphrase')).toEqual(failsWith('wrong-passphrase'));
    expect(await ask(passphrase, 'gone')).toEqual(failsWith('not-found'));
    expect(await world.ask(page(), 'profile.reveal', { id: profileId, passphrase })).toBe('dropped');
    expect(JSON.stringify((await world.save()).session)).not.toContain(secret);
    await world.ask(popup, 'vault.lock');
    expect(await ask(passphrase)).toEqual(failsWith('vault-locked'));
  });

  it('says when there is none to show', async () => {
    const world = await openWorld();
    const saved = unwrap(await world.ask(popup, 'profile.save', draft({ clientSecret: '' })));
    const id = 'profile' in saved ? saved.profile.id : '';
    expect(await world.ask(popup, 'profile.reveal', { id, passphrase: '' })).toEqual(failsWith('no-secret'));
  });
});
