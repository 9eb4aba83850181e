/** Compares the sites and callbacks of a file with those that are here, and says which may be taken from it. */
import { transportOf } from '@/lib/url';
import type { Snapshot } from '@/vault/transaction';
import { bindingKind, findBinding } from './bindings';
import { judgePattern } from './callback-pattern';
import { judgeCallback } from './callback-url';
import { callbackKind, isSameCallback } from './captured-callbacks';
import type { Binding, CapturedCallback, LeftOutSite } from './schema';

/** What becomes of a profile of the file: it is new here, or it is this one. Those that are left out have no entry. */
export type Targets = ReadonlyMap<string, { state: 'new' } | { state: 'here'; id: string }>;

export type SitePlan = { incoming: Binding } & ({ state: 'new' | 'same' } | { state: 'left-out'; why: LeftOutSite });

export interface CallbackPlan {
  incoming: CapturedCallback;
  state: 'new' | 'same' | 'left-out';
}

/** Longer than any path or choice that Latchkey writes. */
const longest = 1024;
const nameShape = /^[\w-]{1,80}$/;
const pathShape = /^\/(?:.*\/)?$/;

/** The last moment a `Date` knows. */
const lastMoment = 8_640_000_000_000_000;

/**
 * A new site comes only together with its new profile: for a profile that is here, the site has to be confirmed on its
 * own page, where look-alikes are stopped. Else a file could lead a secret that it does not know to a site of its writer.
 */
export function planSites(snapshot: Snapshot, bindings: readonly Binding[], targets: Targets): SitePlan[] {
  const places = new Set<string>();
  return bindings.map((incoming): SitePlan => {
    const place = JSON.stringify([incoming.origin, incoming.basePath, incoming.app, incoming.form]);
    const isTwice = places.has(place);
    places.add(place);
    const target = targets.get(incoming.profileId);
    const bound = findBinding(snapshot, incoming)?.profileId;
    if (target?.state === 'here' && bound === target.id) return { incoming, state: 'same' };
    const why = flawOf(incoming, target?.state, { isTwice, isTaken: bound !== undefined });
    return why ? { incoming, state: 'left-out', why } : { incoming, state: 'new' };
  });
}

/**
 * Callbacks are held to the rules for those that are read from a page; `vendorHosts` knows an app's own. To a profile
 * that is here they come from its own sites alone: somebody might register what they say.
 */
export function planCallbacks(
  snapshot: Snapshot,
  callbacks: readonly CapturedCallback[],
  { targets, vendorHosts }: { targets: Targets; vendorHosts: (app: string) => readonly string[] },
): CallbackPlan[] {
  const seen = snapshot.list(callbackKind);
  const bindings = snapshot.list(bindingKind);
  return callbacks.map((incoming): CallbackPlan => {
    if (seen.some((known) => isSameCallback(known, incoming))) return { incoming, state: 'same' };
    const target = targets.get(incoming.profileId ?? '');
    const isOfSite = bindings.some(
      ({ origin, app, profileId }) =>
        origin === incoming.origin && app === incoming.app && target?.state === 'here' && profileId === target.id,
    );
    const isLeftOut = !isSoundCallback(incoming, vendorHosts(incoming.app)) || (target?.state === 'here' && !isOfSite);
    if (isLeftOut) return { incoming, state: 'left-out' };
    seen.push(incoming);
    return { incoming, state: 'new' };
  });
}

function flawOf(
  binding: Binding,
  target: 'new' | 'here' | undefined,
  { isTwice, isTaken }: { isTwice: boolean; isTaken: boolean },
): LeftOutSite | undefined {
  if (!isSoundBinding(binding)) return 'unsound';
  if (!target) return 'no-profile';
  if (isTaken) return 'taken';
  if (target === 'here') return 'known-profile';
  return isTwice ? 'twice' : undefined;
}

function isSoundBinding({ origin, basePath, app, form, choices }: Binding): boolean {
  const words = Object.entries(choices).flat();
  return (
    isWebOrigin(origin) &&
    pathShape.test(basePath) &&
    [app, form].every((name) => nameShape.test(name)) &&
    words.length <= 100 &&
    [basePath, ...words].every((text) => text.length <= longest)
  );
}

function isSoundCallback(
  { origin, app, url, at, matching }: CapturedCallback,
  vendorHosts: readonly string[],
): boolean {
  if (!isWebOrigin(origin) || !nameShape.test(app) || Math.abs(at) > lastMoment) return false;
  const judge = matching === 'regex' ? judgePattern : judgeCallback;
  return judge(url, origin, vendorHosts) === 'accepted';
}

/** Serialised, and of a page that may be filled at all. */
function isWebOrigin(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && url.origin === origin && transportOf(url) !== 'public-http';
}
