/** Answers the messages about which authentik is connected, by what, and as whom. */
import { understandAddress } from '@/authentik/addresses';
import { readAccount } from '@/authentik/api/account';
import { fail, ok, type Result } from '@/lib/result';
import type { AuthentikView, Trouble } from '@/messaging/authentik-protocol';
import type { Handlers } from '@/messaging/registry';
import { connect, disconnect, type KnownAuthentik, knownAuthentiks } from '@/profiles/connections';
import { isGranted } from '@/sites/permissions';
import { readVault, updateVault } from '@/vault/store';
import { showAdminTab } from './admin-tab';
import { atAuthentik, cancelJob } from './jobs';
import { reachBySession, reachByToken, trouble } from './reach';

async function viewOf({ baseUrl, name, connection }: KnownAuthentik): Promise<AuthentikView> {
  const { origin } = new URL(baseUrl);
  const isConnected = connection !== undefined;
  return { baseUrl, name, by: connection?.by ?? 'session', isConnected, isGranted: await isGranted(origin) };
}

async function list(): Promise<Result<AuthentikView[]>> {
  const known = await readVault(knownAuthentiks);
  return known.ok ? ok(await Promise.all(known.value.map(viewOf))) : known;
}

/** An API token is kept in a vault that keeps secrets, or it is not taken at all. */
async function keepsTokens(): Promise<Result<boolean>> {
  return readVault(({ mode }) => mode !== 'no-secrets');
}

export const connectionHandlers = {
  'authentik.list': list,

  'authentik.connect': async ({ address, token, job }) => {
    const understood = understandAddress(address);
    if (!understood.ok) return trouble(address, { kind: 'not-authentik' });
    const { baseUrl } = understood.value;
    if (token !== undefined) {
      const kept = await keepsTokens();
      if (!kept.ok) return kept;
      if (!kept.value) return trouble(baseUrl, { kind: 'token-not-kept' });
    }
    const way = (url: string): Promise<Result<Parameters<typeof readAccount>[0], Trouble>> =>
      token === undefined ? reachBySession(url) : reachByToken(url, token.trim());
    const account = await atAuthentik({ baseUrl, job }, (transport, { signal }) => readAccount(transport, signal), way);
    if (!account.ok) return account;
    const stored = await updateVault((transaction) => {
      connect(transaction, baseUrl, token?.trim());
      return ok(null);
    });
    if (!stored.ok) return stored;
    const known = await list();
    if (!known.ok) return known;
    const authentik = known.value.find((view) => view.baseUrl === baseUrl);
    return authentik ? ok({ authentik, account: account.value }) : fail('not-found');
  },

  'authentik.account': (place) => atAuthentik(place, (transport, { signal }) => readAccount(transport, signal)),

  'authentik.disconnect': ({ baseUrl }) =>
    updateVault((transaction) => (disconnect(transaction, baseUrl) ? ok(null) : fail('not-found'))),

  'authentik.open': async ({ baseUrl }) => {
    const understood = understandAddress(baseUrl);
    if (!understood.ok || !baseUrl.startsWith('https:')) return trouble(baseUrl, { kind: 'not-https' });
    await showAdminTab(understood.value.baseUrl);
    return ok(null);
  },

  'authentik.cancel': ({ job }) => {
    cancelJob(job);
    return null;
  },
} satisfies Partial<Handlers>;
