/** What the tests of export and import share: a vault with everything in it, its files, and an empty vault to go to. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { transferKinds } from '@/entrypoints/background/import-plan';
import type { ImportPreview } from '@/messaging/transfer';
import { instanceKind, profileKind } from '@/profiles/kinds';
import type { Instance, Profile } from '@/profiles/schema';
import { bindingKind } from '@/sites/bindings';
import { callbackKind } from '@/sites/captured-callbacks';
import type { Binding, CapturedCallback } from '@/sites/schema';
import { readEnvelope } from '@/vault/read-envelope';
import type { TransferRecord } from '@/vault/transfer';
import { profileWorld, unwrap } from './profile-world';
import { origin, passphrase, place, popup, secret, startWorld, type World } from './world';

export const filePassphrase = 'TEST passphrase of a file';
export const tokenSecret = 'TEST-token-background-0002';

export const instance: Instance = {
  id: 'instance-1',
  name: 'Company',
  baseUrl: 'https://authentik.company',
  issuerMode: 'per_provider',
};

export const client = {
  kind: 'oidc-client',
  id: 'client-1',
  revision: 3,
  instanceId: instance.id,
  name: 'Files',
  slug: 'files',
  clientId: 'client-id-of-files',
  clientSecret: secret,
  scopes: ['openid', 'email'],
  redirectUris: ['https://files.company/oidc'],
} satisfies Profile;

export const token: Profile = {
  kind: 'api-token',
  id: 'token-1',
  revision: 1,
  instanceId: instance.id,
  name: 'Directory',
  token: tokenSecret,
};

export const site: Binding = {
  id: 'site-1',
  ...place,
  origin,
  profileId: client.id,
  filledRevision: 2,
  choices: { identifier: 'email' },
};

export const callback: CapturedCallback = {
  id: 'callback-1',
  url: `${origin}/`,
  app: place.app,
  origin,
  profileId: client.id,
  at: 1_795_000_000_000,
  how: 'computed',
};

/** Records by kind, as they lie in a file. */
export function recordsWith(parts: {
  instances?: object[];
  profiles?: object[];
  sites?: object[];
  callbacks?: object[];
}): TransferRecord[] {
  const of = (kind: { name: string }, list: object[] = []): TransferRecord[] =>
    list.map((data) => ({ kind: kind.name, data: data as { id: string } }));
  return [
    ...of(instanceKind, parts.instances),
    ...of(profileKind, parts.profiles),
    ...of(bindingKind, parts.sites),
    ...of(callbackKind, parts.callbacks),
  ];
}

/** A readable file, which anybody can write. */
export function fileWith(records: unknown): string {
  return JSON.stringify({ latchkey: 'export', format: 1, mode: 'plain', records });
}

/** An unlocked vault without anything in it. */
export async function emptyWorld(): Promise<World> {
  const { world, profileId } = await profileWorld();
  await world.ask(popup, 'profile.remove', { id: profileId });
  await fakeBrowser.storage.session.remove('item:removed-profile');
  return world;
}

export async function openWorld(): Promise<World> {
  const world = startWorld();
  unwrap(await world.ask(popup, 'vault.create', { mode: 'no-secrets' }));
  return world;
}

/** The preview of a file; it is an error when the file wants a passphrase. */
export async function preview(world: World, text: string, typed = ''): Promise<ImportPreview> {
  const answer = unwrap(await world.ask(popup, 'import.preview', { text, passphrase: typed }));
  if ('needs' in answer) throw new Error('the file wants a passphrase');
  return answer;
}

/** Imports everything that is new. */
export async function take(world: World, text: string, { typed = '', replace = [] as string[] } = {}): Promise<void> {
  const { digest } = await preview(world, text, typed);
  unwrap(await world.ask(popup, 'import.apply', { digest, replace }));
}

/** Everything in the vault with its secrets, in an order of its own. */
export async function contentsOf(world: World): Promise<TransferRecord[]> {
  const { text } = unwrap(await world.ask(popup, 'export.make', { mode: 'encrypted', passphrase, filePassphrase }));
  return recordsIn(text);
}

async function recordsIn(text: string): Promise<TransferRecord[]> {
  const { records } = unwrap(await readEnvelope(text, transferKinds, filePassphrase));
  return byId(records);
}

export function byId(records: readonly TransferRecord[]): TransferRecord[] {
  return records.toSorted((one, other) => (one.data.id < other.data.id ? -1 : 1));
}
