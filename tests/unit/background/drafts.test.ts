// @vitest-environment node
/** What is typed belongs to its window, and to the next one to ask once that window is closed; nothing is overwritten. */
import { expect, it } from 'vitest';
import { holdWindow } from '@/messaging/open-windows';
import { profileWorld, unwrap } from './profile-world';
import { draft, passphrase, popup, secret, typed, type World } from './world';

const write = (world: World, ...parts: Parameters<typeof typed>) => world.ask(popup, 'draft.write', typed(...parts));

async function read(world: World, window: string): Promise<string[]> {
  const { drafts } = unwrap(await world.ask(popup, 'draft.read', { window }));
  return drafts.map((kept) => `${kept.key}: ${kept.draft.name}`);
}

/** Windows that are open; closing one is what the browser does with its locks. */
async function opened(...names: string[]) {
  const held = await Promise.all(names.map(async (name) => [name, await holdWindow(name)] as const));
  const close = Object.fromEntries(held);
  return {
    close: (name: string) => close[name]?.(),
    closeAll: () => {
      for (const [, leave] of held) leave();
    },
  };
}

it('keeps each form of each open window for itself, also two of one profile and two new ones', async () => {
  const { world, profileId: id } = await profileWorld();
  const windows = await opened('popup', 'tab');
  await write(world, { id, name: 'In the popup' }, 'form-1', 'popup');
  await write(world, { id, name: 'In the tab' }, 'form-2', 'tab');
  await write(world, { name: 'New in the tab' }, 'form-3', 'tab');
  await write(world, { name: 'New in the popup' }, 'form-4', 'popup');
  await write(world, { id, name: 'In the popup, longer' }, 'form-1', 'popup');
  expect(await read(world, 'popup')).toEqual(['form-4: New in the popup', 'form-1: In the popup, longer']);
  expect(await read(world, 'tab')).toEqual(['form-2: In the tab', 'form-3: New in the tab']);
  windows.closeAll();
});

it('hands what a closed window has left to the next one that asks, once', async () => {
  const { world } = await profileWorld();
  const windows = await opened('popup', 'tab', 'other tab');
  await write(world, { name: 'Half' }, 'form-1', 'popup');
  await write(world, { name: 'Of the tab' }, 'form-2', 'tab');
  expect(await read(world, 'tab')).toEqual(['form-2: Of the tab']);
  windows.close('popup');
  expect(await read(world, 'tab')).toEqual(['form-1: Half', 'form-2: Of the tab']);
  expect(await read(world, 'other tab')).toEqual([]);
  windows.closeAll();
});

it('forgets a form that is saved or discarded, and no other', async () => {
  const { world } = await profileWorld();
  await write(world, { name: 'One' }, 'form-1');
  await write(world, { name: 'Two' }, 'form-2');
  await world.ask(popup, 'draft.forget', { key: 'form-1' });
  expect(await read(world, 'window-1')).toEqual(['form-2: Two']);
  await world.ask(popup, 'draft.forget', { key: 'form-2' });
  expect(JSON.stringify((await world.save()).session)).not.toContain(secret);
});

it('keeps twenty forms, the ones typed in last', async () => {
  const { world } = await profileWorld();
  for (let form = 1; form <= 21; form += 1) await write(world, { name: `Number ${form}` }, `form-${form}`);
  const kept = await read(world, 'window-1');
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([20, 'form-2: Number 2', 'form-21: Number 21']);
});

it('lets the forms of every window go with a lock, for all of them may hold a secret', async () => {
  const { world } = await profileWorld();
  await write(world, {}, 'form-1', 'popup');
  await write(world, { clientSecret: 'TEST-secret-drafts-0002' }, 'form-2', 'tab');
  expect(JSON.stringify((await world.save()).local)).not.toContain('TEST-secret');
  await world.ask(popup, 'vault.lock');
  expect(JSON.stringify(await world.save())).not.toContain('TEST-secret');
  await world.ask(popup, 'vault.unlock', { passphrase });
  expect(await read(world, 'tab')).toEqual([]);
});

it('asks the second window before its secret takes the place of the first one’s', async () => {
  const { world, profileId: id } = await profileWorld();
  const { profiles } = unwrap(await world.ask(popup, 'shelf.read'));
  const { name, address, instanceName, issuerMode, slug, clientId, scopes, redirectUris } = draft();
  const texts = { name, address, instanceName, issuerMode, slug, clientId, scopes, redirectUris };
  const form = (clientSecret: string) => {
    const { secretRevision = 0 } = profiles[0] ?? {};
    return draft({ id, clientSecret, from: { ...texts, secretRevision } });
  };
  unwrap(await world.ask(popup, 'profile.save', form('TEST-secret-drafts-0003')));
  const answer = unwrap(await world.ask(popup, 'profile.save', form('TEST-secret-drafts-0004')));
  expect(answer).toEqual({
    messages: [{ field: 'clientSecret', level: 'error', code: 'clientSecretElsewhere', secretRevision: 1 }],
  });
  const revealed = await world.ask(popup, 'profile.reveal', { id, passphrase });
  expect(revealed).toEqual({ ok: true, value: { secret: 'TEST-secret-drafts-0003' } });
});
