/** Registers an app's callback with its provider, and takes exactly that entry out again; authentik sheet 2.5. */

import { ok, type Result } from '@/lib/result';
import { transportOf } from '@/lib/url';
import type { CallbackPlan, EditFailure, RedirectUri, Version } from '../model';
import { accepts } from './accepts';
import { type Edit, editProvider } from './edit-provider';
import { entriesOf, isSame, type RedirectUris, withCallback, withoutEntry } from './redirect-uris';
import type { Transport } from './transport';
import { isAtLeast } from './version';

export interface CallbackRequest {
  pk: number;
  /** As the app shows it and sends it: registered to the letter. */
  callback: string;
  version: Version | undefined;
}

/** Wildcard, white space, control and bidi characters, backslash, fragment. */
const forbidden = /[\p{Cc}\p{Cf}\p{Z}\s*\\#]/u;
const longest = 2048;

/** For the preview. The same is worked out again just before the write, on what the list holds then. */
export function planCallback(
  uris: RedirectUris,
  { callback, version }: Omit<CallbackRequest, 'pk'>,
): Result<CallbackPlan, { kind: 'unsafe-callback' }> {
  if (!isSafe(callback)) return { ok: false, failure: { kind: 'unsafe-callback' } };
  return ok(planOf(uris, callback, version));
}

/** When the callback is accepted already, by a strict entry or by a pattern, nothing is sent and the entry is named. */
export async function registerCallback(
  transport: Transport,
  { pk, callback, version }: CallbackRequest,
  signal?: AbortSignal,
): Promise<Result<CallbackPlan, EditFailure>> {
  if (!isSafe(callback)) return { ok: false, failure: { kind: 'unsafe-callback' } };
  const edited = await editProvider(transport, pk, registration(callback, version), signal);
  return edited.ok ? ok(planOf(edited.value.before.redirectUris, callback, version)) : edited;
}

/** Takes out `entry` and nothing else; true when it was there. The last entry of all stays. */
export async function unregisterCallback(
  transport: Transport,
  pk: number,
  entry: RedirectUri,
  signal?: AbortSignal,
): Promise<Result<boolean, EditFailure>> {
  const edited = await editProvider(transport, pk, removal(entry), signal);
  return edited.ok ? ok(edited.value.wasSent) : edited;
}

function planOf(uris: RedirectUris, callback: string, version: Version | undefined): CallbackPlan {
  const now = entriesOf(uris);
  const by = now.find((entry) => accepts(entry, callback));
  if (by !== undefined) return { is: 'already', by };
  const next = entriesOf(appended(uris, callback, version));
  const entry = next.at(-1);
  if (entry === undefined) throw new Error('An entry was appended.');
  return { is: 'added', entry, now, next };
}

function registration(callback: string, version: Version | undefined): Edit {
  return {
    field: 'redirect_uris',
    next: ({ redirectUris }) => {
      if (planOf(redirectUris, callback, version).is === 'already') return { do: 'nothing' };
      return { do: 'send', value: appended(redirectUris, callback, version) };
    },
    isDone: (after, before) => {
      const entries = entriesOf(after.redirectUris);
      return entries.some((entry) => accepts(entry, callback)) && holdsAll(entries, entriesOf(before.redirectUris));
    },
  };
}

function removal(entry: RedirectUri): Edit {
  return {
    field: 'redirect_uris',
    next: ({ redirectUris }) => {
      const entries = entriesOf(redirectUris);
      if (!entries.some((other) => isSame(other, entry))) return { do: 'nothing' };
      // authentik takes an empty list as leave to adopt the first callback it meets.
      if (entries.length === 1) return { do: 'stop', kind: 'last-entry' };
      return { do: 'send', value: withoutEntry(redirectUris, entry) };
    },
    isDone: (after, before) => {
      const [left, had] = [entriesOf(after.redirectUris), entriesOf(before.redirectUris)];
      const count = (entries: RedirectUri[]) => entries.filter((other) => isSame(other, entry)).length;
      return count(left) < count(had) && holdsAll(left, entriesOf(withoutEntry(before.redirectUris, entry)));
    },
  };
}

function appended(uris: RedirectUris, callback: string, version: Version | undefined): RedirectUris {
  return withCallback(uris, callback, isAtLeast(version, 2026, 5));
}

function holdsAll(entries: RedirectUri[], wanted: RedirectUri[]): boolean {
  return wanted.every((entry) => entries.some((other) => isSame(other, entry)));
}

/** The last barrier; whose host it may be was judged where it was read (security rules, section 6). */
function isSafe(callback: string): boolean {
  if (callback.length > longest || forbidden.test(callback) || !/^https?:\/\/[^/]/.test(callback)) return false;
  const url = URL.parse(callback);
  return url !== null && url.username === '' && url.password === '' && transportOf(url) !== 'public-http';
}
