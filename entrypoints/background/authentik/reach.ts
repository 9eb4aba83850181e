/** The way to the API of one authentik: by the stored token, or by the session in a tab. */

import { type ConnectionProblem, createTransport, type Send, type Transport } from '@/authentik/api/transport';
import { createProber, type Probe } from '@/authentik/check/probe';
import type { EditFailure } from '@/authentik/model';
import { ok, type Result } from '@/lib/result';
import { parseHttpUrl } from '@/lib/url';
import type { AuthentikTrouble, ReachFailure, Trouble } from '@/messaging/authentik-protocol';
import { findConnection } from '@/profiles/connections';
import { isGranted } from '@/sites/permissions';
import { readVault } from '@/vault/store';
import { adminTab } from './admin-tab';
import { sessionTransport } from './session-transport';

/** Handed to a transport or a prober, which decide what is sent and where. */
const send: Send = (url, init) => fetch(url, init);

/** A transport to this authentik, and to nothing else. */
export async function reach(baseUrl: string): Promise<Result<Transport, Trouble>> {
  const found = await readVault((snapshot) => findConnection(snapshot, baseUrl));
  if (!found.ok) return found;
  const connection = found.value;
  if (connection?.by !== 'token') return reachBySession(baseUrl);
  return connection.token === undefined
    ? trouble(baseUrl, { kind: 'no-token' })
    : reachByToken(baseUrl, connection.token);
}

/** Through a tab with authentik's own page, where the administrator is signed in. */
export async function reachBySession(baseUrl: string): Promise<Result<Transport, Trouble>> {
  if (parseHttpUrl(baseUrl)?.protocol !== 'https:') return trouble(baseUrl, { kind: 'not-https' });
  const tab = await adminTab(baseUrl);
  return tab.ok ? ok(sessionTransport(tab.value.target, baseUrl)) : trouble(baseUrl, tab.failure);
}

/** From the background; the browser lets it read the answers only of an origin that was granted. */
export async function reachByToken(baseUrl: string, token: string): Promise<Result<Transport, Trouble>> {
  const made = createTransport({ baseUrl, signIn: { by: 'token', token }, send });
  if (!made.ok) return trouble(baseUrl, { kind: reasons[made.failure.kind] });
  return (await isGranted(new URL(baseUrl).origin)) ? made : trouble(baseUrl, { kind: 'not-granted' });
}

/** To what this authentik shows to everybody, without any credentials. */
export async function reachPublic(baseUrl: string): Promise<Result<Probe, AuthentikTrouble>> {
  const made = createProber({ baseUrl, send });
  if (!made.ok) return trouble(baseUrl, { kind: 'not-https' });
  return (await isGranted(new URL(baseUrl).origin)) ? made : trouble(baseUrl, { kind: 'not-granted' });
}

const reasons: Record<ConnectionProblem, ReachFailure['kind']> = {
  'not-https': 'not-https',
  'foreign-page': 'foreign-base',
  'token-malformed': 'token-malformed',
};

export function trouble(baseUrl: string, cause: ReachFailure | EditFailure): { ok: false; failure: AuthentikTrouble } {
  return { ok: false, failure: { kind: 'authentik', baseUrl, cause } };
}

/** The answer of a call to `baseUrl`, with its failure as a screen gets it. */
export function toldOf<T>(baseUrl: string, answer: Result<T, EditFailure>): Result<T, Trouble> {
  return answer.ok ? answer : trouble(baseUrl, answer.failure);
}
