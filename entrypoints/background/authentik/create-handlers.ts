/** Answers the messages about a client that is to be made in authentik for the page of a tab. */
import { readAccount } from '@/authentik/api/account';
import { createClient, lookForClient } from '@/authentik/api/create-client';
import { proposeClient } from '@/authentik/api/propose-client';
import type { Creation, CreationEnd } from '@/authentik/creation';
import type { Version } from '@/authentik/model';
import { fail, ok, type Result } from '@/lib/result';
import type { Trouble } from '@/messaging/authentik-protocol';
import type { CreateReport } from '@/messaging/create-protocol';
import type { Handlers } from '@/messaging/registry';
import { checkDraft } from '@/profiles/check-draft';
import { surroundingsOf } from '@/profiles/profiles';
import { isGranted } from '@/sites/permissions';
import { checkTransport } from '@/sites/transport';
import { readSessionItem, removeSessionItem, writeSessionItem } from '@/vault/session-items';
import { readVault } from '@/vault/store';
import type { Snapshot } from '@/vault/transaction';
import { flatten } from '../flatten';
import { lookAtTab, type SeenPage } from '../look-at-tab';
import { placeOf } from '../tab-card';
import { makeCredentials } from './credentials';
import { atAuthentik } from './jobs';
import { clientOf, draftOf, type Made, madeItem, namesOf, settle } from './made-client';
import { type ProviderNeeds, providerNeeds, toRedirectUri } from './needs';

interface Wanted extends ProviderNeeds {
  page: SeenPage;
}

/** What the tab's page needs; fails where it may not be filled, so that nothing is made for it. */
async function wantedIn(tabId: number): Promise<Result<Wanted>> {
  const sight = await lookAtTab(tabId);
  if (sight.kind !== 'recognised') return fail(sight.kind === 'unreachable' ? 'no-page' : 'not-recognised');
  const { page } = sight;
  const needs = providerNeeds(page);
  if (!needs) return fail('not-recognised');
  const transport = flatten(await readVault((snapshot) => checkTransport(snapshot, page.origin)));
  return transport.ok ? ok({ ...needs, page }) : transport;
}

/** Slugs that profiles of this authentik have, whether they are still there or not. */
function slugsIn(snapshot: Snapshot, baseUrl: string): string[] {
  const { instances, profiles } = surroundingsOf(snapshot);
  const here = instances.filter((instance) => instance.baseUrl === baseUrl).map(({ id }) => id);
  return profiles.flatMap((profile) =>
    profile.kind === 'oidc-client' && here.includes(profile.instanceId) ? profile.slug : [],
  );
}

/** What was shown is still what the page needs: it may have changed, or never have been what the screen says. */
function isFor({ clientType, subjectMode, redirectUris }: Creation, { needs, ...wanted }: Wanted): boolean {
  const isSameSubject = needs.subjectMode === undefined || needs.subjectMode === subjectMode;
  const expected = JSON.stringify(wanted.callbacks.map(toRedirectUri).map(inOrder));
  return isSameSubject && clientType === wanted.clientType && JSON.stringify(redirectUris.map(inOrder)) === expected;
}

function inOrder({ url, matching, kind }: Creation['redirectUris'][number]): (string | undefined)[] {
  return [url, matching, kind];
}

/** With what is yet to be done kept until it is done, and forgotten when there is nothing left of it. */
async function finish(made: Made, end: CreationEnd): Promise<CreateReport> {
  const report = { client: namesOf(made), end };
  if (end.is === 'half' || end.is === 'unsure') return report;
  const settled = end.is === 'made' ? await settle(made) : {};
  if (settled.left?.what !== 'profile') await removeSessionItem(madeItem);
  return { ...report, ...settled };
}

async function atVersion(
  made: Pick<Made, 'baseUrl'>,
  job: string,
  work: (
    transport: Parameters<typeof readAccount>[0],
    version: Version | undefined,
    signal: AbortSignal,
  ) => ReturnType<typeof createClient>,
): Promise<Result<CreationEnd, Trouble>> {
  return atAuthentik({ baseUrl: made.baseUrl, job }, async (transport, { signal }) => {
    const account = await readAccount(transport, signal);
    return account.ok ? work(transport, account.value.version, signal) : account;
  });
}

export const createHandlers = {
  'create.propose': async ({ tabId, baseUrl, job }) => {
    const wanted = await wantedIn(tabId);
    if (!wanted.ok) return wanted;
    const { page, callbacks, leftOut, clientType, needs } = wanted.value;
    const known = await readVault((snapshot) => ({ slugs: slugsIn(snapshot, baseUrl), mode: snapshot.mode }));
    if (!known.ok) return known;
    const { id: slug, name } = page.recipe;
    const redirectUris = callbacks.map(toRedirectUri);
    const client = { name, slug, clientType, needs, redirectUris, slugsTaken: known.value.slugs };
    const proposal = await atAuthentik({ baseUrl, job }, async (transport, { signal }) => {
      const account = await readAccount(transport, signal);
      return account.ok ? proposeClient(transport, client, account.value.version, signal) : account;
    });
    if (!proposal.ok) return proposal;
    const { origin } = page;
    const app = { name, host: page.url.host, origin, granted: await isGranted(origin) };
    return ok({ ...proposal.value, app, callbacks, leftOut, keepsSecret: known.value.mode !== 'no-secrets' });
  },

  'create.make': async ({ tabId, baseUrl, job, creation }) => {
    const wanted = await wantedIn(tabId);
    if (!wanted.ok) return wanted;
    if (!isFor(creation, wanted.value)) return ok({ end: { is: 'page-changed' } });
    const { page, needs } = wanted.value;
    const made: Made = {
      ...{ tabId, baseUrl, place: placeOf(page), scopes: [...needs.scopes], creation },
      ...makeCredentials(),
    };
    const checked = await readVault((snapshot) => checkDraft(draftOf(made), surroundingsOf(snapshot)));
    if (!checked.ok) return checked;
    if (!checked.value.clean) return ok({ end: { is: 'unsound', messages: checked.value.messages } });
    // Before anything is sent: whatever happens then, it can be looked for and stored later.
    const kept = await writeSessionItem(madeItem, made);
    if (!kept.ok) return kept;
    const end = await atVersion(made, job, (...at) => createClient(at[0], clientOf(made), at[1], at[2]));
    if (end.ok) return ok(await finish(made, end.value));
    await removeSessionItem(madeItem);
    return end;
  },

  'create.resume': async ({ tabId, job }) => {
    const made = await readSessionItem(madeItem);
    if (made?.tabId !== tabId) return fail('not-found');
    const end = await atVersion(made, job, async (transport, version) =>
      ok(await lookForClient(transport, clientOf(made), version)),
    );
    return end.ok ? ok(await finish(made, end.value)) : end;
  },
} satisfies Partial<Handlers>;
