/** The background over a real socket: a site that is bound to a profile, and an authentik that has its client. */
import { expect, vi } from 'vitest';
import type { Result } from '@/lib/result';
import type { CheckLine, CheckReport, CheckTarget } from '@/messaging/check-report';
import { storeCallback } from '@/sites/captured-callbacks';
import { type Authentik, type AuthentikOptions, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import type { StandInServer } from '@/tests/standins/server';
import type { ProviderSettings } from '@/tests/standins/standin';
import { updateVault } from '@/vault/store';
import { boundWorld, unwrap } from '../background/profile-world';
import { origin, popup, secret, tabId, type World } from '../background/world';

export const callback = 'https://portainer.company/';
export const adminKey = 'test-token-of-a-check';
const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };

export interface CheckWorld {
  world: World;
  authentik: Authentik;
  profileId: string;
  bindingId: string;
  check(target?: CheckTarget): Promise<CheckReport>;
  register(job?: string): ReturnType<typeof answerOf>;
  /** The client's redirect URIs as authentik keeps them; lines of a text, in the version that has a text. */
  entries(): unknown[];
  /** Those the profile in the vault knows. */
  noted(): Promise<string[]>;
}

const answerOf = (world: World, target: CheckTarget, job: string) =>
  world.ask(popup, 'authentik.register', { target, callback, job });

/** Connected by a token, unless a session is to be used. */
export async function checkWorld(
  server: StandInServer,
  client: Partial<ProviderSettings> = {},
  { by = 'token', ...options }: Partial<AuthentikOptions> & { by?: 'token' | 'session' | 'nothing' } = {},
): Promise<CheckWorld> {
  const token = { key: adminKey, intent: 'api', username: user.username, rights: [], expired: false } as const;
  const authentik = createAuthentik({
    user,
    providers: [
      {
        slug: 'containers',
        clientId: 'test-client-id',
        clientSecret: secret,
        redirectUris: ['https://old.company/cb'],
        subjectMode: 'hashed_user_id',
        issuerMode: 'per_provider',
        ...client,
      },
    ],
    tokens: [{ ...token, isSuperuser: true, expiring: true }],
    ...options,
  });
  server.add(authentik);
  const { world, profileId, binding } = await boundWorld();
  vi.stubGlobal('fetch', server.backchannel);
  await world.grant(authentik.baseUrl, origin);
  if (by === 'token') {
    const at = { address: authentik.baseUrl, token: adminKey, job: 'connect' };
    expect(await world.ask(popup, 'authentik.connect', at)).toMatchObject({ ok: true });
  }
  const record = () => authentik.registry.providerOf('containers');
  return {
    world,
    authentik,
    profileId,
    bindingId: binding.id,
    check: async (target = { tabId }) =>
      unwrap((await world.ask(popup, 'authentik.check', { target, job: 'check' })) as Result<CheckReport>),
    register: (job = 'register') => answerOf(world, { tabId }, job),
    entries: () => {
      const all = structuredClone(record()?.redirect_uris ?? []);
      return options.version === '2024.8' ? all.map(({ url }) => ({ url })) : all;
    },
    noted: async () => {
      const { profiles } = unwrap(await world.ask(popup, 'shelf.read'));
      return profiles.flatMap((profile) => (profile.kind === 'oidc-client' ? profile.redirectUris : []));
    },
  };
}

/** As a fill of the site would have left it. */
export async function rememberCallback(profileId: string): Promise<void> {
  const found = { url: callback, how: 'read' as const, app: 'portainer', origin, profileId, at: 1 };
  unwrap(await updateVault((transaction) => ({ ok: true, value: storeCallback(transaction, found) })));
}

/** Each line that is not right, and how it stands. */
export function notRight({ lines }: CheckReport): Record<string, string> {
  return Object.fromEntries(
    lines
      .filter(({ level }) => level !== 'ok')
      .map(({ id, level, because }) => [id, because === undefined ? level : `${level}: ${because}`]),
  );
}

export function lineOf({ lines }: CheckReport, id: CheckLine['id']): CheckLine {
  const line = lines.find((one) => one.id === id);
  if (!line) throw new Error(`no line ${id}`);
  return line;
}
