/** Answers the messages about making an API token at authentik for an app that reads its directory. */
import { accessPage } from '@/authentik/admin-pages';
import { freeName } from '@/authentik/api/free-name';
import { type Access, makeAccess } from '@/authentik/api/service-account';
import type { AccessGap, AccessStep, DirectoryRead } from '@/authentik/model';
import { fail, ok, type Result } from '@/lib/result';
import type { Handlers } from '@/messaging/registry';
import type { TokenOutcome } from '@/messaging/token-protocol';
import { bind, type Place } from '@/sites/bindings';
import { isGranted } from '@/sites/permissions';
import { checkTransport } from '@/sites/transport';
import { readVault, updateVault } from '@/vault/store';
import { flatten } from '../flatten';
import { lookAtTab, type SeenPage } from '../look-at-tab';
import { sitesChanged } from '../sites-changed';
import { placeOf } from '../tab-card';
import { begunName, closeLedger, openLedger, type Undertaking } from './access-ledger';
import { atAuthentik } from './jobs';
import { hasTokenNamed, keepToken } from './keep-token';
import { pageStillAt, showPage } from './page-of-task';

const steps: AccessStep[] = ['account', 'token', 'key', 'role', 'rights', 'group'];

interface DirectoryPage extends SeenPage {
  reads: DirectoryRead[];
}

/** The page of an app that reads the directory; fails where it may not be filled, so that nothing is made for it. */
async function directoryPage(tabId: number): Promise<Result<DirectoryPage>> {
  const sight = await lookAtTab(tabId);
  if (sight.kind === 'unreachable') return fail('no-page');
  if (sight.kind !== 'recognised') return fail('not-recognised');
  const { page } = sight;
  const wanted = page.form.authentik;
  if (wanted.needs !== 'api-token') return fail('not-recognised');
  const transport = flatten(await readVault((snapshot) => checkTransport(snapshot, page.origin)));
  return transport.ok ? ok({ ...page, reads: [...wanted.reads] }) : transport;
}

export const tokenHandlers = {
  'token.propose': async ({ baseUrl, tabId, job }) => {
    const page = await directoryPage(tabId);
    if (!page.ok) return page;
    const { recipe, origin, url, reads } = page.value;
    const begun = await begunName({ baseUrl, app: recipe.id });
    const name = begun === undefined ? await freeNameAt({ baseUrl, job }, `${recipe.id}-directory`) : ok(begun);
    if (!name.ok) return name;
    return ok({
      appName: recipe.name,
      origin,
      host: url.host,
      isGranted: await isGranted(origin),
      name: name.value,
      isBegun: begun !== undefined,
      reads,
    });
  },

  'token.create': async ({ baseUrl, tabId, name, description, job }) => {
    const page = await directoryPage(tabId);
    if (!page.ok) return page;
    const undertaking = { baseUrl, app: page.value.recipe.id, name };
    const ledger = await openLedger(undertaking);
    const isTaken = await readVault((snapshot) => !ledger.has('account') && hasTokenNamed(snapshot, undertaking));
    if (!isTaken.ok) return isTaken;
    if (isTaken.value) return ok(outcomeOf(undertaking, { made: [], gaps: [takenHere] }));
    const plan = { name, description, reads: page.value.reads };
    const access = await atAuthentik({ baseUrl, job }, async (transport, { signal, onProgress }) => {
      const onStep = (done: number): void => onProgress({ done, total: steps.length });
      return ok(await makeAccess(transport, { plan, ledger, onStep }, signal));
    });
    if (!access.ok) return access;
    const place = placeOf(page.value);
    return ok(await settle({ ...undertaking, tabId, place }, access.value));
  },
} satisfies Partial<Handlers>;

const takenHere: AccessGap = { step: 'account', failure: { kind: 'name-taken' } };

async function freeNameAt(
  place: { baseUrl: string; job: string },
  wanted: string,
): ReturnType<typeof atAuthentik<string>> {
  const { baseUrl } = place;
  const snapshot = await readVault((vault) => (name: string) => hasTokenNamed(vault, { baseUrl, name }));
  if (!snapshot.ok) return snapshot;
  return atAuthentik(place, (transport, { signal }) => freeName(transport, wanted, snapshot.value, signal));
}

/** The key goes from authentik's answer into the vault, and to no screen. */
async function settle(
  { tabId, place, ...undertaking }: Undertaking & { tabId: number; place: Place },
  { key, ...access }: Access,
): Promise<TokenOutcome> {
  const outcome = outcomeOf(undertaking, access);
  if (key === undefined) return outcome;
  const token = await keepToken({ ...undertaking, key });
  if (!token.ok) return { ...outcome, left: { what: 'profile', failure: token.failure } };
  const isWhole = access.gaps.length === 0;
  if (isWhole) await closeLedger(undertaking);
  const kept = { ...outcome, ...token.value };
  const page = await pageStillAt(tabId, place);
  const bound = page ? await bindTo(page, token.value.profile.id) : fail('page-gone');
  if (!bound.ok) return { ...kept, left: { what: 'page', failure: bound.failure } };
  // With something missing it is for the administrator to decide what comes next.
  if (page && isWhole) await showPage(page, tabId);
  return { ...kept, isBound: true };
}

async function bindTo(page: SeenPage, profileId: string): Promise<Result<null>> {
  const bound = await updateVault((transaction) => {
    const transport = checkTransport(transaction, page.origin);
    if (transport.ok) bind(transaction, placeOf(page), profileId);
    return transport;
  });
  if (bound.ok) await sitesChanged();
  return bound;
}

function outcomeOf({ baseUrl, name }: Undertaking, { made, gaps }: Pick<Access, 'made' | 'gaps'>): TokenOutcome {
  const page = (step: AccessStep): string => accessPage(baseUrl, step, name);
  const pages = { account: page('account'), token: page('token'), key: page('key') };
  const rights = { role: page('role'), rights: page('rights'), group: page('group') };
  return { name, steps, made, gaps, pages: { ...pages, ...rights } };
}
