/** The lines of Check about authentik's addresses and the profile's client, from what authentik tells everybody. */

import type { Provider } from '@/authentik/api/providers';
import { entriesOf, kindOf } from '@/authentik/api/redirect-uris';
import { outcome } from '@/authentik/check/outcome';
import type { Probe } from '@/authentik/check/probe';
import type { Outcome } from '@/authentik/model';
import type { Result } from '@/lib/result';
import type { AuthentikTrouble } from '@/messaging/authentik-protocol';
import type { CheckLine, CheckReport, Remedy } from '@/messaging/check-report';
import type { OidcClient } from '@/profiles/schema';
import type { ApiFindings } from './check-api';
import { lineOf, unknown } from './check-line';
import type { CheckPlace } from './check-place';
import { checkAddresses, checkPair, checkStart } from './check-public';
import { repairFor } from './check-remedies';
import { followThroughPage } from './follow-login';

export interface Asked {
  place: CheckPlace;
  profile: OidcClient;
  findings: ApiFindings | undefined;
  api: CheckReport['api'];
}

const addressLines = ['base', 'discovery', 'issuer', 'endpoints', 'proxy', 'scopes', 'signing'] as const;

export interface ClientLines {
  addresses: CheckLine[];
  client: CheckLine[];
}

export async function clientLines(
  asked: Asked,
  probe: Result<Probe, AuthentikTrouble>,
  signal: AbortSignal,
): Promise<ClientLines> {
  if (!probe.ok) {
    const isHttp = probe.failure.cause.kind === 'not-https';
    const none = isHttp ? unknownBy('earlier', []) : unknownBy('not-allowed', [{ do: 'allow' }]);
    const [base, ...others] = addressLines.map(none);
    const first = isHttp ? [httpLine(asked)] : [base].flatMap((line) => line ?? []);
    return { addresses: [...first, ...others], client: [secretLine(asked, undefined), none('authorize')] };
  }
  const { profile, place } = asked;
  const needs = place.needs ?? { signingKey: false, scopes: [] };
  const outcomes = await checkAddresses(probe.value, { profile, instance: place.instance, needs }, signal);
  const addresses = addressLines.map((id) => {
    const found = outcomes.find((one) => one.id === id);
    return found ? lineOf(found, remediesFor(found, asked)) : unknown(id, 'earlier');
  });
  if (addresses[0]?.level === 'fault') {
    return { addresses, client: [secretLine(asked, undefined), unknown('authorize', 'earlier')] };
  }
  const start = await startLine(asked, probe.value, signal);
  const secret = secretLine(asked, await pairOutcome(asked, start, probe.value, signal));
  return { addresses, client: [secret, start] };
}

function unknownBy(because: NonNullable<CheckLine['because']>, remedies: Remedy[]) {
  return (id: CheckLine['id']): CheckLine => unknown(id, because, remedies);
}

function httpLine({ place }: Asked): CheckLine {
  const { baseUrl } = place.instance;
  const differences = [{ what: 'scheme', expected: baseUrl.replace(/^http:/, 'https:'), found: baseUrl }];
  return lineOf(outcome('base', 'fault', differences), [{ do: 'edit-profile' }]);
}

async function startLine({ place, profile, api }: Asked, probe: Probe, signal: AbortSignal): Promise<CheckLine> {
  const [callback] = place.callbacks;
  if (callback === undefined) return unknown('authorize', 'no-callback');
  const follow = (query: Record<string, string>) => followThroughPage(place.instance.baseUrl, query);
  const start = await checkStart(probe, { clientId: profile.clientId, callback, follow }, signal);
  // The callback's own line mends it, once the API can be asked.
  return lineOf(start, api === 'not-connected' ? [{ do: 'connect' }] : []);
}

/** A redirect URI that authentik does not know is refused in the words of a wrong secret: then nothing can be told. */
async function pairOutcome(
  { place, profile, findings }: Asked,
  start: CheckLine,
  probe: Probe,
  signal: AbortSignal,
): Promise<Outcome | undefined> {
  const known = knownEntry(findings?.provider) ?? (start.level === 'ok' ? place.callbacks[0] : undefined);
  if (known === undefined || place.secret === undefined) return undefined;
  return checkPair(probe, { clientId: profile.clientId, secret: place.secret, redirectUri: known }, signal);
}

function knownEntry(provider: Provider | undefined): string | undefined {
  const entries = provider ? entriesOf(provider.redirectUris) : [];
  return entries.find((entry) => entry.matching === 'strict' && kindOf(entry) === 'authorization')?.url;
}

/** authentik's own word, where it gives the secret, goes before what the probe makes of it. */
function secretLine({ place, findings }: Asked, probed: Outcome | undefined): CheckLine {
  const given = findings?.provider?.clientSecret;
  if (findings?.provider?.clientType === 'public') return lineOf(outcome('secret', 'fault', []), []);
  if (place.secret === undefined) {
    return given === undefined
      ? unknown('secret', 'no-secret', [{ do: 'edit-profile' }])
      : unknown('secret', 'no-secret', [{ do: 'take-secret' }]);
  }
  const isOther = given !== undefined && given !== place.secret;
  if (isOther) return lineOf(wrongSecret, [{ do: 'take-secret' }, { do: 'edit-profile' }]);
  const isSure = given !== undefined && probed?.level !== 'fault';
  if (isSure) return lineOf(outcome('secret', 'fault', []), []);
  return probed ? lineOf(probed, [{ do: 'edit-profile' }]) : unknown('secret', 'earlier');
}

const wrongSecret = outcome('secret', 'fault', [{ what: 'error', expected: 'invalid_grant', found: 'invalid_client' }]);

function remediesFor({ id, failure, differences }: Outcome, asked: Asked): Remedy[] {
  const edit: Remedy = { do: 'edit-profile' };
  if (failure || id === 'base' || id === 'discovery') return [edit];
  if (id === 'scopes') return [...repairFor(asked.findings, 'property_mappings'), edit];
  if (id === 'signing') return repairFor(asked.findings, 'signing_key');
  if (id !== 'issuer') return [];
  const isOtherMode = differences.some(({ cause }) => cause === 'issuer-mode');
  if (!isOtherMode) return [edit];
  const { issuerMode: now } = asked.place.instance;
  const next = now === 'global' ? 'per_provider' : 'global';
  return [...repairFor(asked.findings, 'issuer_mode'), { do: 'take-issuer-mode', now, next }];
}
