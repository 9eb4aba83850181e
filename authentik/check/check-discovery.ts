/** Compares a provider's discovery document with what its profile says; authentik sheet 3.1 and 3.2. */

import * as z from 'zod/mini';
import type { Endpoints } from '../endpoints';
import type { Cause, Difference, Outcome } from '../model';
import { outcome } from './outcome';

const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  userinfo_endpoint: z.string(),
  jwks_uri: z.string(),
  end_session_endpoint: z.optional(z.string()),
  scopes_supported: z.optional(z.array(z.string())),
  id_token_signing_alg_values_supported: z.optional(z.array(z.string())),
});

type Discovery = z.infer<typeof documentSchema>;

export interface Expectations {
  endpoints: Endpoints;
  /** The issuer the other issuer mode would have, to name that mix-up. */
  otherIssuer: string;
  scopes: readonly string[];
  /** The app fetches the keys that sign tokens, so that HS256 cannot work. */
  needsKeys: boolean;
}

/** One outcome for each of discovery, issuer, endpoints, scopes and signing; only the first when it does not parse. */
export function checkDiscovery(document: unknown, expected: Expectations): Outcome[] {
  const parsed = z.safeParse(documentSchema, document);
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => path.map(String).join('.')));
    const differences = [...fields].map((what) => ({ what, expected: '', found: '' }));
    return [outcome('discovery', 'fault', differences)];
  }
  return [
    outcome('discovery', 'fault', []),
    checkIssuer(parsed.data, expected),
    checkEndpoints(parsed.data, expected.endpoints),
    checkScopes(parsed.data, expected.scopes),
    checkSigning(parsed.data, expected.needsKeys),
  ];
}

/** To the letter: an app compares it so with the issuer in every token. */
function checkIssuer({ issuer: found }: Discovery, { endpoints, otherIssuer }: Expectations): Outcome {
  const expected = endpoints.issuer;
  if (found === expected) return outcome('issuer', 'fault', []);
  const cause = found === otherIssuer ? 'issuer-mode' : causeOf(expected, found);
  return outcome('issuer', 'fault', [{ what: 'issuer', expected, found, cause }]);
}

/** A wrong address to end the session at hinders no login. */
function checkEndpoints(document: Discovery, endpoints: Endpoints): Outcome {
  const pairs = [
    ['authorization', endpoints.authorization, document.authorization_endpoint],
    ['token', endpoints.token, document.token_endpoint],
    ['userinfo', endpoints.userinfo, document.userinfo_endpoint],
    ['jwks', endpoints.jwks, document.jwks_uri],
    ['end_session', endpoints.end_session, document.end_session_endpoint ?? ''],
  ] as const;
  const differences = pairs
    .filter(([, expected, found]) => expected !== found)
    .map(([what, expected, found]): Difference => ({ what, expected, found, cause: causeOf(expected, found) }));
  const isOnlyLogout = differences.every(({ what }) => what === 'end_session');
  return outcome('endpoints', isOnlyLogout ? 'warning' : 'fault', differences);
}

/** authentik leaves out a scope it does not know without a word, and with it what the app wanted to learn. */
function checkScopes({ scopes_supported: supported }: Discovery, wanted: readonly string[]): Outcome {
  const found = supported?.join(' ') ?? '';
  const differences = wanted
    .filter((scope) => !supported?.includes(scope))
    .map((scope): Difference => ({ what: 'scope', expected: scope, found }));
  const isOnlyRefresh = differences.every(({ expected }) => expected === 'offline_access');
  return outcome('scopes', supported === undefined || isOnlyRefresh ? 'warning' : 'fault', differences);
}

/** HS256 says that no signing key is chosen; many apps accept nothing but RS256. */
function checkSigning({ id_token_signing_alg_values_supported: found = [] }: Discovery, needsKeys: boolean): Outcome {
  if (found.includes('RS256')) return outcome('signing', 'fault', []);
  const isFault = needsKeys && found.includes('HS256');
  return outcome('signing', isFault ? 'fault' : 'warning', [
    { what: 'algorithm', expected: 'RS256', found: found.join(' ') },
  ]);
}

function causeOf(expected: string, found: string): Cause {
  if (expected.replace(/\/$/, '') === found.replace(/\/$/, '')) return 'slash';
  const [one, other] = [URL.parse(expected), URL.parse(found)];
  if (one === null || other === null || one.origin === other.origin) return 'other';
  return one.host === other.host ? 'scheme' : 'origin';
}
