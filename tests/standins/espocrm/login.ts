/** EspoCRM's way through the code flow, with the saved settings only (page sheet espocrm.md 2 and 4). */
import { createHash, randomBytes } from 'node:crypto';
import type { Claims, Outcome, Tokens } from '../sign-in.ts';
import { requestTokens, requestUserinfo, verifyIdToken } from '../sign-in.ts';
import type { Backchannel } from '../standin.ts';
import { atLeast, type Chosen, callbackOf, type EspoUser } from './options.ts';
import type { Attributes } from './settings.ts';

/** A login that was begun and not yet ended. */
export interface Begun {
  state: string;
  nonce: string;
  /** For PKCE, where the version has it and it is on. */
  verifier: string | null;
}

const random = (): string => randomBytes(16).toString('hex');
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export function begin(settings: Attributes): Begun {
  const verifier = settings['oidcAuthorizationPkce'] === true ? random() + random() : null;
  return { state: random(), nonce: random(), verifier };
}

/** The authorization request: `openid` is put in front of the saved list whatever the list says. */
export function authorizationUrl(settings: Attributes, chosen: Chosen, { state, nonce, verifier }: Begun): string {
  const query = new URLSearchParams({
    client_id: text(settings['oidcClientId']),
    redirect_uri: callbackOf(chosen.siteUrl),
    response_type: 'code',
    scope: ['openid', ...texts(settings['oidcScopes'])].join(' '),
    state,
    nonce,
    prompt: text(settings['oidcAuthorizationPrompt']) || 'consent',
  });
  if (verifier !== null) {
    query.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
    query.set('code_challenge_method', 'S256');
  }
  return `${text(settings['oidcAuthorizationEndpoint'])}?${query}`;
}

/** Adds the PKCE verifier to the form that is posted. */
function withVerifier(backchannel: Backchannel, verifier: string | null): Backchannel {
  return (url, init) => {
    if (verifier !== null && init?.body instanceof URLSearchParams) init.body.set('code_verifier', verifier);
    return backchannel(url, init);
  };
}

function algorithmOf(idToken: string): unknown {
  try {
    const header: unknown = JSON.parse(Buffer.from(idToken.split('.')[0] ?? '', 'base64url').toString());
    return typeof header === 'object' && header !== null && 'alg' in header ? header.alg : null;
  } catch {
    return null;
  }
}

async function claimsOf(
  backchannel: Backchannel,
  settings: Attributes,
  tokens: Tokens,
  nonce: string,
): Promise<Outcome<Claims>> {
  const { idToken } = tokens;
  if (idToken === null) return { ok: false, error: 'No ID token in the token response' };
  if (!texts(settings['oidcJwtSignatureAlgorithmList']).includes(String(algorithmOf(idToken)))) {
    return { ok: false, error: 'The signature algorithm is not allowed' };
  }
  return verifyIdToken(backchannel, idToken, {
    jwksUri: text(settings['oidcJwksEndpoint']),
    audience: text(settings['oidcClientId']),
    nonce,
  });
}

async function withUserinfo(
  backchannel: Backchannel,
  endpoint: string,
  accessToken: string,
  claims: Claims,
): Promise<Outcome<Claims>> {
  if (endpoint === '') return { ok: true, value: claims };
  const more = await requestUserinfo(backchannel, endpoint, accessToken);
  return more.ok ? { ok: true, value: { ...more.value, ...claims } } : more;
}

function userIn(claims: Claims, settings: Attributes, users: readonly EspoUser[]): Outcome<string> {
  const claim = text(settings['oidcUsernameClaim']);
  if (claim === '') return { ok: false, error: 'No username claim in config' };
  const name = claims[claim];
  if (typeof name !== 'string' || name === '') return { ok: false, error: `No username claim "${claim}" in token` };
  const user = users.find((candidate) => candidate.name === name);
  if (user === undefined) return { ok: false, error: `User "${name}" was not found` };
  if (user.isAdmin && settings['oidcAllowAdminUser'] !== true) {
    return { ok: false, error: `Admin user "${name}" is not allowed to log in via OIDC` };
  }
  return { ok: true, value: user.name };
}

/** The name of the user whom the provider's answer signs in, or the app's complaint. */
export async function finish(
  backchannel: Backchannel,
  settings: Attributes,
  chosen: Chosen,
  { code, begun }: { code: string; begun: Begun },
): Promise<Outcome<string>> {
  if (settings['authenticationMethod'] !== 'Oidc') return { ok: false, error: 'OIDC: Not the authentication method' };
  const tokens = await requestTokens(withVerifier(backchannel, begun.verifier), {
    tokenEndpoint: text(settings['oidcTokenEndpoint']),
    code,
    redirectUri: callbackOf(chosen.siteUrl),
    clientId: text(settings['oidcClientId']),
    clientSecret: text(settings['oidcClientSecret']),
    authentication: 'post',
  });
  if (!tokens.ok) return complained('Failed token request', tokens.error);
  const claims = await claimsOf(backchannel, settings, tokens.value, begun.nonce);
  if (!claims.ok) return complained('Bad ID token', claims.error);
  const endpoint = atLeast(chosen.version, 9.1) ? text(settings['oidcUserInfoEndpoint']) : '';
  const merged = await withUserinfo(backchannel, endpoint, tokens.value.accessToken, claims.value);
  if (!merged.ok) return complained('Failed user info request', merged.error);
  const user = userIn(merged.value, settings, chosen.users);
  return user.ok ? user : complained('Login failed', user.error);
}

function complained(where: string, detail: string): Outcome<string> {
  return { ok: false, error: `OIDC: ${where}: ${detail}` };
}
