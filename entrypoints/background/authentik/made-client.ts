/** A client that is being made: kept until it lies in the vault, so that nothing is made twice, and none is lost. */
import * as z from 'zod/mini';
import { applicationPage } from '@/authentik/admin-pages';
import type { Client } from '@/authentik/api/client-body';
import { fail, ok, type Result } from '@/lib/result';
import type { CreateReport } from '@/messaging/create-protocol';
import { creation } from '@/messaging/create-schemas';
import { saveProfile } from '@/profiles/profiles';
import type { ProfileDraft, ProfileSummary } from '@/profiles/schema';
import { keepSessionSecret } from '@/profiles/session-secrets';
import { bind } from '@/sites/bindings';
import { checkTransport } from '@/sites/transport';
import { sessionItem } from '@/vault/session-items';
import { updateVault } from '@/vault/store';
import type { Transaction } from '@/vault/transaction';
import type { SeenPage } from '../look-at-tab';
import { sitesChanged } from '../sites-changed';
import { placeOf } from '../tab-card';
import { pageStillAt, showPage } from './page-of-task';

const madeSchema = z.object({
  tabId: z.number(),
  baseUrl: z.string(),
  place: z.object({ origin: z.string(), basePath: z.string(), app: z.string(), form: z.string() }),
  /** Names of the scopes it maps, for the profile. */
  scopes: z.array(z.string()),
  creation,
  clientId: z.string(),
  clientSecret: z.string(),
});
export type Made = z.infer<typeof madeSchema>;

/** Holds its secret, so it is in memory only, and a lock deletes it. One at a time. */
export const madeItem = sessionItem('made-client', madeSchema);

export function clientOf({ creation: shown, clientId, clientSecret }: Made): Client {
  return { ...shown, clientId, clientSecret };
}

/** How it is called, and where it stands. */
export function namesOf({ creation: { name, slug }, clientId, baseUrl }: Made): NonNullable<CreateReport['client']> {
  return { name, slug, clientId, adminPage: applicationPage(baseUrl, slug) };
}

/** The profile it becomes. */
export function draftOf({ creation: { name, slug, redirectUris }, ...made }: Made): ProfileDraft {
  const known = redirectUris.filter(({ matching, kind }) => matching === 'strict' && kind !== 'logout');
  return {
    kind: 'oidc-client',
    name,
    address: made.baseUrl,
    instanceName: '',
    issuerMode: 'per_provider',
    slug,
    clientId: made.clientId,
    clientSecret: made.clientSecret,
    apiToken: '',
    scopes: made.scopes.join(' '),
    redirectUris: known.map(({ url }) => url).join('\n'),
  };
}

/**
 * Stores the profile, binds the page to it where the tab still shows that very place, and brings the tab to the front
 * with its preview open. What could not be done is answered, and the rest is done all the same.
 */
export async function settle(made: Made): Promise<Pick<CreateReport, 'left'>> {
  const page = await pageStillAt(made.tabId, made.place);
  const stored = await updateVault((transaction) => store(transaction, made, page));
  if (!stored.ok) return { left: { what: 'profile', failure: stored.failure } };
  const { profile, bound } = stored.value;
  // Where the vault keeps no secrets, this one lasts as long as one that is entered.
  if (!profile.hasSecret) await keepSessionSecret(profile, made.clientSecret);
  if (!bound.ok || !page) return { left: { what: 'page', failure: bound.ok ? { kind: 'page-gone' } : bound.failure } };
  await sitesChanged();
  await showPage(page, made.tabId);
  return {};
}

function store(
  transaction: Transaction,
  made: Made,
  page: SeenPage | undefined,
): Result<{ profile: ProfileSummary; bound: Result<null> }> {
  const saved = saveProfile(transaction, draftOf(made));
  if (!saved.ok) return saved;
  if (!('profile' in saved.value)) return fail('draft-invalid');
  const { profile } = saved.value;
  if (!page) return ok({ profile, bound: fail('page-gone') });
  const transport = checkTransport(transaction, page.origin);
  if (transport.ok) bind(transaction, placeOf(page), profile.id);
  return ok({ profile, bound: transport });
}
