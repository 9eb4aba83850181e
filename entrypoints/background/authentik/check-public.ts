/** The lines of Check that anybody may ask authentik for: no account is needed, and no credentials go along. */

import { readAnswer } from '@/authentik/api/read-answer';
import { checkAuthorize, checkLanding } from '@/authentik/check/check-authorize';
import { checkBase } from '@/authentik/check/check-base';
import { checkDiscovery } from '@/authentik/check/check-discovery';
import { checkProxy } from '@/authentik/check/check-proxy';
import { checkSecret, secretProbe } from '@/authentik/check/check-secret';
import { failedOutcome } from '@/authentik/check/outcome';
import type { Probe, ProbeRequest } from '@/authentik/check/probe';
import { endpoints } from '@/authentik/endpoints';
import type { ApiFailure, Landing, Needs, Outcome } from '@/authentik/model';
import type { Result } from '@/lib/result';
import type { Instance, OidcClient } from '@/profiles/schema';

type Follow = (query: Record<string, string>) => Promise<Result<Landing, ApiFailure> | undefined>;

interface Asked {
  profile: OidcClient;
  instance: Instance;
  needs: Needs;
}

/** From the base URL to the signing key. */
export async function checkAddresses(probe: Probe, asked: Asked, signal: AbortSignal): Promise<Outcome[]> {
  const base = checkBase(await ask(probe, { path: 'api/v3/root/config/', signal }));
  if (base.level === 'fault') return [base];
  const { slug } = asked.profile;
  const path = `application/o/${slug}/.well-known/openid-configuration`;
  const document = await ask(probe, { path, signal });
  if (!document.ok) return [base, failedOutcome('discovery', document.failure)];
  const outcomes = checkDiscovery(document.value, expectations(asked));
  return [base, ...outcomes, ...(outcomes.length > 1 ? [checkProxy(outcomes)] : [])];
}

function expectations({ profile: { slug, scopes }, instance: { baseUrl, issuerMode }, needs }: Asked) {
  const other = issuerMode === 'global' ? 'per_provider' : 'global';
  return {
    endpoints: endpoints(baseUrl, slug, issuerMode),
    otherIssuer: endpoints(baseUrl, slug, other).issuer,
    scopes: [...new Set([...needs.scopes, ...scopes])],
    needsKeys: needs.signingKey,
  };
}

/**
 * Whether authentik would begin a login for this client and this redirect URI. That it leads on may mean the login, or an
 * error that is sent to the app: `follow` tells which, where there is a page of authentik's that can look.
 */
export async function checkStart(
  probe: Probe,
  { clientId, callback, follow }: { clientId: string; callback: string; follow: Follow },
  signal: AbortSignal,
): Promise<Outcome> {
  const state = crypto.randomUUID();
  const query = { response_type: 'code', scope: 'openid', client_id: clientId, redirect_uri: callback, state };
  const answer = await probe({ path: 'application/o/authorize/', query, signal });
  if (!answer.ok) return failedOutcome('authorize', answer.failure);
  const begun = checkAuthorize(answer.value, callback);
  const landing = begun.level === 'ok' ? await follow(query) : undefined;
  return landing ? checkLanding(landing) : begun;
}

/** Whether client ID and secret are a pair; the code that goes with them is made up here, and is nobody's. */
export async function checkPair(
  probe: Probe,
  client: Parameters<typeof secretProbe>[0],
  signal: AbortSignal,
): Promise<Outcome> {
  const answer = await probe({ ...secretProbe(client, crypto.randomUUID()), signal });
  if (!answer.ok) return failedOutcome('secret', answer.failure);
  return checkSecret(answer.value.is === 'answer' ? jsonIn(answer.value.text) : undefined);
}

/** A refusal is JSON, too. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function ask(probe: Probe, request: ProbeRequest): Promise<Result<unknown, ApiFailure>> {
  const answer = await probe(request);
  if (!answer.ok) return answer;
  return answer.value.is === 'redirect' ? { ok: false, failure: { kind: 'redirected' } } : readAnswer(answer.value);
}
