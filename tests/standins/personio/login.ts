/** The login at login.personio.com, with nothing but what the administrator saved; sheet personio.md 2, 3 and 6. */
import { randomUUID } from 'node:crypto';
import { type Claims, type Outcome, requestTokens, requestUserinfo, verifyIdToken } from '../sign-in.ts';
import type { Backchannel, TestUser } from '../standin.ts';
import type { Connection } from './store.ts';

export const loginHost = 'login.personio.com';
/** The callback fixed by the vendor (sheet 3); the only redirect URI the login uses. */
export const fixedCallback = `https://${loginHost}/login/callback`;

export interface Pending {
  state: string;
  nonce: string;
}

const needed: readonly (keyof Connection)[] = [
  'issuer',
  'authorization',
  'token',
  'userinfo',
  'jwks',
  'scopes',
  'client_id',
  'client_secret',
  'claim',
];

/** The authorization request, or what is not configured. */
export function startLogin(connection: Connection): Outcome<{ url: URL; pending: Pending }> {
  const missing = needed.find((name) => connection[name] === '');
  if (missing !== undefined) return { ok: false, error: `The login is not configured: "${missing}" is empty.` };
  const url = URL.parse(connection.authorization);
  if (url === null) return { ok: false, error: 'The login is not configured: the Authorization URI is no address.' };
  const pending = { state: randomUUID(), nonce: randomUUID() };
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('client_id', connection.client_id);
  url.searchParams.set('redirect_uri', fixedCallback);
  url.searchParams.set('scope', connection.scopes.replaceAll(',', ' '));
  url.searchParams.set('state', pending.state);
  url.searchParams.set('nonce', pending.nonce);
  return { ok: true, value: { url, pending } };
}

export interface Callback {
  connection: Connection;
  userinfoMethod: 'GET' | 'POST';
  backchannel: Backchannel;
  users: readonly TestUser[];
  /** Null when this browser started no login. */
  pending: Pending | null;
  /** What the provider sent back. */
  parameters: URLSearchParams;
}

/** The employee who logged in, or the reason nobody did. */
export async function finishLogin(callback: Callback): Promise<Outcome<TestUser>> {
  const { connection, pending, parameters } = callback;
  const error = parameters.get('error');
  if (error !== null) {
    return { ok: false, error: `The provider refused: ${error}: ${parameters.get('error_description') ?? ''}` };
  }
  const code = parameters.get('code');
  if (code === null || pending === null || parameters.get('state') !== pending.state) {
    return { ok: false, error: 'The answer of the provider belongs to no login that was started here.' };
  }
  const claims = await readClaims(callback, code, pending.nonce);
  if (!claims.ok) return claims;
  const email = claims.value[connection.claim];
  if (typeof email !== 'string') return { ok: false, error: `The provider sent no claim "${connection.claim}".` };
  const user = callback.users.find((known) => known.email.toLowerCase() === email.toLowerCase());
  return user === undefined
    ? { ok: false, error: `No employee has the e-mail address of the claim "${connection.claim}".` }
    : { ok: true, value: user };
}

/** Claims of the checked id_token, with those of userinfo over them. */
async function readClaims(callback: Callback, code: string, nonce: string): Promise<Outcome<Claims>> {
  const { connection, backchannel, userinfoMethod } = callback;
  const tokens = await requestTokens(backchannel, {
    tokenEndpoint: connection.token,
    code,
    redirectUri: fixedCallback,
    clientId: connection.client_id,
    clientSecret: connection.client_secret,
    authentication: 'post',
  });
  if (!tokens.ok) return tokens;
  const { accessToken, idToken } = tokens.value;
  if (idToken === null) return { ok: false, error: 'The provider sent no id_token.' };
  const check = { jwksUri: connection.jwks, audience: connection.client_id, issuer: connection.issuer, nonce };
  const claims = await verifyIdToken(backchannel, idToken, check);
  if (!claims.ok) return claims;
  const userinfo = await requestUserinfo(backchannel, connection.userinfo, accessToken, userinfoMethod);
  if (!userinfo.ok) return userinfo;
  if (userinfo.value.sub !== claims.value.sub) return { ok: false, error: 'Userinfo speaks of another user.' };
  return { ok: true, value: { ...claims.value, ...userinfo.value } };
}
