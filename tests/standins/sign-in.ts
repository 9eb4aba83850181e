/** The pieces of the code flow that do not depend on the app: token request, userinfo request, the check of an id_token. */
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import type { Backchannel } from './standin.ts';

/** A value, or the reason there is none in words an app could show. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: string };

export type Claims = Record<string, unknown>;

export interface Tokens {
  accessToken: string;
  /** Null when the provider sent none, as it does without the scope `openid`. */
  idToken: string | null;
}

export interface TokenRequest {
  tokenEndpoint: string;
  code: string;
  redirectUri: string;
  clientId: string;
  clientSecret: string;
  /** How the app sends its secret: in the Authorization header or in the body. */
  authentication: 'basic' | 'post';
}

/** Exchanges a code for tokens; a refusal carries the provider's own words. */
export async function requestTokens(backchannel: Backchannel, request: TokenRequest): Promise<Outcome<Tokens>> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: request.code,
    redirect_uri: request.redirectUri,
  });
  const headers = new Headers({ accept: 'application/json' });
  if (request.authentication === 'basic') {
    headers.set('authorization', `Basic ${basicCredentials(request.clientId, request.clientSecret)}`);
  } else {
    body.set('client_id', request.clientId);
    body.set('client_secret', request.clientSecret);
  }
  const answer = await fetchObject(backchannel, request.tokenEndpoint, { method: 'POST', headers, body });
  if (!answer.ok) return answer;
  const { access_token: accessToken, id_token: idToken } = answer.value;
  if (typeof accessToken !== 'string') return { ok: false, error: 'The token endpoint sent no access token.' };
  return { ok: true, value: { accessToken, idToken: typeof idToken === 'string' ? idToken : null } };
}

export async function requestUserinfo(
  backchannel: Backchannel,
  userinfoEndpoint: string,
  accessToken: string,
  method: 'GET' | 'POST' = 'GET',
): Promise<Outcome<Claims>> {
  const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };
  return fetchObject(backchannel, userinfoEndpoint, { method, headers });
}

export interface IdTokenCheck {
  jwksUri: string;
  audience: string;
  /** Left out by apps that do not know the issuer; else compared to the letter. */
  issuer?: string;
  nonce?: string;
}

/** The claims of an RS256 id_token whose signature, audience, expiry and, where given, issuer and nonce are right. */
export async function verifyIdToken(
  backchannel: Backchannel,
  idToken: string,
  check: IdTokenCheck,
): Promise<Outcome<Claims>> {
  const [head = '', payload = '', signature = ''] = idToken.split('.');
  const header = decode(head);
  const claims = decode(payload);
  if (header?.alg !== 'RS256' || claims === null) return { ok: false, error: 'The id_token is not a RS256 token.' };
  const keys = await fetchObject(backchannel, check.jwksUri, {});
  if (!keys.ok) return keys;
  const key = signingKey(keys.value, header.kid);
  const signed = Buffer.from(`${head}.${payload}`);
  if (key === null || !isSigned(key, signed, Buffer.from(signature, 'base64url'))) {
    return { ok: false, error: 'The id_token is not signed by a key of the key set.' };
  }
  const complaint = complaintAbout(claims, check);
  return complaint === null ? { ok: true, value: claims } : { ok: false, error: complaint };
}

function complaintAbout(claims: Claims, check: IdTokenCheck): string | null {
  const { iss, aud, exp, nonce } = claims;
  const audiences = Array.isArray(aud) ? aud : [aud];
  if (check.issuer !== undefined && iss !== check.issuer) {
    return `The id_token was issued by "${String(iss)}", expected "${check.issuer}".`;
  }
  if (!audiences.includes(check.audience)) return 'The id_token is meant for another client.';
  if (typeof exp !== 'number' || exp * 1000 < Date.now()) return 'The id_token has expired.';
  if (check.nonce !== undefined && nonce !== check.nonce) return 'The id_token belongs to another login.';
  return null;
}

/** Both halves form-encoded first (RFC 6749, section 2.3.1). */
function basicCredentials(clientId: string, clientSecret: string): string {
  const encode = (text: string): string => new URLSearchParams({ text }).toString().slice('text='.length);
  return Buffer.from(`${encode(clientId)}:${encode(clientSecret)}`).toString('base64');
}

async function fetchObject(backchannel: Backchannel, url: string, init: RequestInit): Promise<Outcome<Claims>> {
  let response: Response;
  try {
    response = await backchannel(url, init);
  } catch (error) {
    return { ok: false, error: `"${url}" cannot be reached: ${error instanceof Error ? error.message : 'failure'}.` };
  }
  const value = asObject(await response.text());
  if (!response.ok) return { ok: false, error: `${providerError(value)} (status ${response.status} from "${url}").` };
  return value === null ? { ok: false, error: `"${url}" did not answer with an object.` } : { ok: true, value };
}

function providerError(answer: Claims | null): string {
  const words = [answer?.error, answer?.error_description].filter((word) => typeof word === 'string');
  return words.length === 0 ? 'no usable answer' : words.join(': ');
}

function decode(part: string): Claims | null {
  return asObject(Buffer.from(part, 'base64url').toString('utf8'));
}

function asObject(text: string): Claims | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function signingKey(keySet: Claims, kid: unknown): JsonWebKey | null {
  const keys = Array.isArray(keySet.keys) ? keySet.keys.filter(isObject) : [];
  return keys.find((key) => key.kid === kid) ?? null;
}

function isSigned(key: JsonWebKey, signed: Buffer, signature: Buffer): boolean {
  try {
    return verify('RSA-SHA256', signed, createPublicKey({ key, format: 'jwk' }), signature);
  } catch {
    return false;
  }
}
