/** A browser with the background running in it: tabs, grants, registered scripts, and pages that answer. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageLook } from '@/engine/model';
import background from '@/entrypoints/background/index';
import type { Messages } from '@/messaging/protocol';
import type { RawSender } from '@/messaging/sender';
import type { ProfileDraft } from '@/profiles/schema';
import { originPattern } from '@/sites/permissions';
import { fakeTabs, type Tabs } from './fake-tabs';
import { fakeSystem, fakeWindows, type Surroundings } from './surroundings';

export const passphrase = 'test passphrase of a test';
export const secret = 'TEST-secret-background-0001';
export const tabId = 7;
export const origin = 'https://portainer.company';
export const place = { app: 'portainer', form: 'oauth', basePath: '/' };

export const popup: RawSender = {
  id: 'test-extension-id',
  origin: 'chrome-extension://test-extension-id',
  url: 'chrome-extension://test-extension-id/popup.html',
};

/** The script in the tab's page, as the browser names it. */
export function page(changes: RawSender = {}): RawSender {
  return {
    id: 'test-extension-id',
    origin,
    url: `${origin}/#!/settings/auth`,
    frameId: 0,
    documentId: 'DOCUMENT-A',
    tab: { id: tabId },
    ...changes,
  };
}

export function look(changes: Partial<PageLook> = {}): PageLook {
  return {
    ...place,
    origin,
    readings: [
      { key: 'client_id', state: 'found', now: '' },
      { key: 'client_secret', state: 'found', holdsSecret: false },
      { key: 'scopes', state: 'found', now: '' },
    ],
    callbacks: [{ url: `${origin}/`, how: 'read' }],
    notices: [],
    ...changes,
  };
}

export function draft(changes: Partial<ProfileDraft> = {}): ProfileDraft {
  return {
    kind: 'oidc-client',
    name: 'Container management',
    address: 'https://authentik.company',
    instanceName: 'Company',
    issuerMode: 'per_provider',
    slug: 'containers',
    clientId: 'test-client-id',
    clientSecret: secret,
    apiToken: '',
    scopes: 'openid email profile',
    redirectUris: '',
    ...changes,
  };
}

/** What a form that is being typed in hands over. */
export function typed(changes: Partial<ProfileDraft> = {}, key = 'form-1', window = 'window-1') {
  return { key, window, draft: draft(changes) };
}

type Area = Record<string, unknown>;
type Stored = { local: Area; session: Area };

export interface World extends Surroundings, Tabs {
  granted: string[];
  /** The user grants exactly these origins, in the browser's own interface, and the browser says so. */
  grant(...origins: string[]): Promise<void>;
  scripts: Map<string, { id: string }>;
  /** What the background set its one alarm to; undefined when there is none. */
  alarm(): Promise<number | undefined>;
  /** Sends a message as the browser would; `dropped` when nobody answers. */
  ask<K extends keyof Messages>(
    sender: RawSender,
    type: K,
    ...data: Parameters<Messages[K]>
  ): Promise<ReturnType<Messages[K]> | 'dropped'>;
  save(): Promise<Stored>;
  load(stored: Stored): Promise<void>;
}

/** Starts the background anew in an empty browser. */
export function startWorld(): World {
  fakeBrowser.reset();
  const world: World = {
    tab: { url: `${origin}/#!/settings/auth`, answers: { 'tab.read': look(), 'tab.refresh': null } },
    granted: [],
    grant: () => Promise.resolve(),
    isInjectable: true,
    scripts: new Map(),
    told: [],
    windows: [],
    hasBrowserWindow: true,
    system: () => Promise.resolve(),
    alarm: async () => (await fakeBrowser.alarms.getAll())[0]?.scheduledTime,
    ask: (sender, type, ...data) => say(sender, { type, data: data[0] }) as never,
    save: async () => ({
      local: (await fakeBrowser.storage.local.get(null)) as Area,
      session: (await fakeBrowser.storage.session.get(null)) as Area,
    }),
    load: async ({ local, session }) => {
      await fakeBrowser.storage.local.set(structuredClone(local));
      await fakeBrowser.storage.session.set(structuredClone(session));
    },
  };
  fakeTabs(world, tabId);
  fakeScripting(world);
  fakeWindows(world);
  fakeSystem(world);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(((key: string, words: string[] = []) =>
    [key, ...words].join(' ')) as never);
  background.main();
  return world;
}

/** Any message at all, as the browser would bring it; `dropped` when nobody answers. */
export function say(sender: RawSender, message: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage
      .trigger(message, sender as never, resolve as never)
      .then((kept) => kept.includes(true as never) || resolve('dropped'));
  });
}

function fakeScripting(world: World): void {
  const { permissions, scripting } = fakeBrowser;
  const listeners: (() => Promise<void>)[] = [];
  for (const event of [permissions.onAdded, permissions.onRemoved]) {
    vi.spyOn(event, 'addListener').mockImplementation(((listener: () => Promise<void>) => {
      listeners.push(listener);
    }) as never);
  }
  world.grant = async (...origins) => {
    world.granted = origins;
    await Promise.all(listeners.map((listener) => listener()));
  };
  vi.spyOn(permissions, 'contains').mockImplementation((async ({ origins = [] }: { origins?: string[] }) =>
    origins.every((pattern) => world.granted.map(originPattern).includes(pattern))) as never);
  vi.spyOn(permissions, 'getAll').mockImplementation((async () => ({
    origins: world.granted.map(originPattern),
  })) as never);
  vi.spyOn(permissions, 'remove').mockImplementation((async ({ origins = [] }: { origins?: string[] }) => {
    await world.grant(...world.granted.filter((granted) => !origins.includes(originPattern(granted))));
    return true;
  }) as never);
  vi.spyOn(scripting, 'executeScript').mockImplementation((async () => {
    if (!world.isInjectable) throw new Error('Cannot access contents of the page.');
    return [{ frameId: 0, documentId: 'DOCUMENT-A' }];
  }) as never);
  vi.spyOn(scripting, 'getRegisteredContentScripts').mockImplementation((async () => [
    ...world.scripts.values(),
  ]) as never);
  vi.spyOn(scripting, 'registerContentScripts').mockImplementation((async (added: { id: string }[]) => {
    for (const script of added) world.scripts.set(script.id, script);
  }) as never);
  vi.spyOn(scripting, 'unregisterContentScripts').mockImplementation((async ({ ids = [] }: { ids?: string[] }) => {
    for (const id of ids) world.scripts.delete(id);
  }) as never);
}
