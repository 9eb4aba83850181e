/** What the screens' tests share: English words, a background that answers as told, and sample data. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Plan, PlanRow } from '@/engine/model';
import type { Failure, Result } from '@/lib/result';
import english from '@/locales/en.json';
import type { AuthentikMessages, Trouble } from '@/messaging/authentik-protocol';
import type { ScreenMessages, Shelf } from '@/messaging/protocol';
import type { Candidate, TabCard } from '@/messaging/tab-card';
import type { ProfileSummary } from '@/profiles/schema';
import { values } from './copy-values';

type Known = ScreenMessages & AuthentikMessages;
type Type = keyof Known;
type Value<K extends Type> = ReturnType<Known[K]> extends Result<infer V, Trouble> ? V : ReturnType<Known[K]>;
type Answer<K extends Type> = Result<Value<K>, Trouble>;
type Answers = { [K in Type]?: (data: Parameters<Known[K]>[0]) => Answer<K> | Promise<Answer<K>> };

/** Stands in for the background: answers by type, and remembers what was asked. */
export class FakeBackground {
  answers: Answers = {};
  calls: { type: Type; data: unknown }[] = [];

  readonly send = async (type: Type, data?: never): Promise<Result<unknown, Trouble>> => {
    this.calls.push({ type, data });
    const answer = this.answers[type];
    return answer ? answer(data as never) : { ok: false, failure: { kind: 'no-answer' } };
  };

  /** Data of every message of one type, in order. */
  sent<K extends Type>(type: K): Parameters<Known[K]>[0][] {
    return this.calls.filter((call) => call.type === type).map((call) => call.data as Parameters<Known[K]>[0]);
  }
}

export const background = new FakeBackground();

export function fails(kind: Failure['kind']): () => { ok: false; failure: Failure } {
  return () => ({ ok: false, failure: { kind } });
}

export function gives<V>(value: V): () => { ok: true; value: V } {
  return () => ({ ok: true, value });
}

/** A fresh start for one test: an open vault with two profiles on a recognised page. */
export function reset(): void {
  fakeBrowser.reset();
  fakeBrowser.tabs.query = vi.fn().mockResolvedValue([{ id: 7 }]);
  background.calls = [];
  background.answers = {
    'vault.status': gives({ state: 'unlocked' as const }),
    'shelf.read': gives(shelf()),
    'draft.read': gives({ drafts: [] }),
    'draft.write': gives(null),
    'draft.forget': gives(null),
    'tab.look': gives(card()),
    'profile.values': gives(values),
    'profile.check': gives({ messages: [] }),
  };
}

const texts: Record<string, string> = flatten(english);

/** Stands in for the typed keys: the English words, with what is to be filled in. */
export const i18n = {
  t: (key: string, filling: number | (string | number)[] = []): string => {
    const isCount = typeof filling === 'number';
    const substitutions = isCount ? [filling] : filling;
    const text = texts[isCount ? `${key}.${filling === 1 ? '1' : 'n'}` : key];
    if (text === undefined) throw new Error(`No words for ${key}`);
    return text.replace(/\$(\d)/g, (_, digit: string) => String(substitutions[Number(digit) - 1] ?? ''));
  },
};

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : Object.entries(flatten(value, `${path}${key}.`)),
    ),
  );
}

const stored = { revision: 3, instanceId: 'i1', hasSecret: true };

export const portainer: Extract<ProfileSummary, { kind: 'oidc-client' }> = {
  ...stored,
  kind: 'oidc-client',
  id: 'p1',
  name: 'Portainer',
  slug: 'portainer',
  clientId: 'client-id-for-tests',
  scopes: ['openid', 'email', 'profile'],
  redirectUris: ['https://portainer.company/'],
};

export const directory: ProfileSummary = { ...stored, kind: 'api-token', id: 'p9', name: 'Staff' };

export const espo: ProfileSummary = { ...portainer, id: 'p2', name: 'Espo', slug: 'espo', clientId: 'other-client' };

export const binding = {
  id: 'b1',
  origin: 'https://portainer.company',
  basePath: '/',
  app: 'portainer',
  form: 'oauth',
  profileId: 'p1',
  filledRevision: 3,
  choices: {},
};

export function shelf(parts: Partial<Shelf> = {}): Shelf {
  return {
    instances: [{ id: 'i1', name: 'Company', baseUrl: 'https://authentik.company', issuerMode: 'per_provider' }],
    profiles: [portainer, espo],
    bindings: [],
    callbacks: [],
    gone: [],
    needsSecret: [],
    sessionSecrets: [],
    ...parts,
  };
}

export function row(parts: Partial<PlanRow> & Pick<PlanRow, 'key'>): PlanRow {
  return {
    state: 'change',
    isSecret: false,
    ticked: true,
    warnings: [],
    extras: [],
    removeExtras: false,
    ...parts,
  };
}

export const plan: Plan = {
  rows: [
    row({ key: 'client_id', now: 'old-client', next: 'client-id-for-tests' }),
    row({ key: 'client_secret', isSecret: true }),
    row({ key: 'scopes', state: 'same', now: 'email openid profile', next: 'email openid profile' }),
  ],
  choices: [],
};

export function candidate(parts: Partial<Candidate> = {}): Candidate {
  return { profileId: 'p1', plan, otherClientId: false, boundElsewhere: [], ...parts };
}

export type Recognised = Extract<TabCard, { kind: 'recognised' }>;

export function card(parts: Partial<Recognised> = {}): TabCard {
  return {
    kind: 'recognised',
    origin: 'https://portainer.company',
    host: 'portainer.company',
    app: 'portainer',
    appName: 'Portainer',
    needs: 'provider',
    form: 'oauth',
    basePath: '/',
    tried: 'real front end',
    transport: 'https',
    acknowledged: false,
    granted: true,
    suggestion: { profileId: 'p1', why: 'callback' },
    candidates: [candidate(), candidate({ profileId: 'p2' })],
    callbacks: [{ url: 'https://portainer.company/', how: 'computed' }],
    notices: [],
    ...parts,
  };
}

/** The first element a selector finds in the document; throws when there is none. */
export function find<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`Nothing on the screen for ${selector}`);
  return found;
}

export function has(selector: string): boolean {
  return document.querySelector(selector) !== null;
}

export function press(action: string): void {
  find(`[data-action="${action}"]`).click();
}
