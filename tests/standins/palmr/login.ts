/** Palmr's way through the code flow with an official provider, with nothing but what was saved; page sheet palmr.md. */
import { createHash, randomBytes } from 'node:crypto';
import { type Claims, type Outcome, requestTokens, requestUserinfo } from '../sign-in.ts';
import type { Backchannel } from '../standin.ts';
import type { Provider } from './providers.ts';

/** A login under way, known by its state; the browser keeps nothing of it. */
export interface Pending {
  verifier: string;
}

export interface Start {
  url: URL;
  state: string;
  pending: Pending;
}

/** The authorization request, with PKCE for every `oidc` provider; or why there is none. */
export function startLogin(provider: Provider, callback: string): Outcome<Start> {
  if (!provider.clientId) return { ok: false, error: `Client ID not configured for provider: ${provider.name}` };
  const url = URL.parse(endpoint(provider.issuerUrl, provider.authorizationEndpoint));
  if (url === null) return { ok: false, error: 'Invalid URL' };
  const state = randomBytes(32).toString('hex');
  const verifier = provider.type === 'oidc' ? randomBytes(32).toString('base64url') : '';
  url.searchParams.set('client_id', provider.clientId);
  url.searchParams.set('redirect_uri', callback);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('scope', scopesOf(provider));
  url.searchParams.set('state', state);
  if (verifier !== '') {
    url.searchParams.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
    url.searchParams.set('code_challenge_method', 'S256');
  }
  return { ok: true, value: { url, state, pending: { verifier } } };
}

/** The claims of userinfo; no id_token is looked at. */
export async function finishLogin(
  backchannel: Backchannel,
  provider: Provider,
  pending: Pending,
  code: string,
  callback: string,
): Promise<Outcome<Claims>> {
  const tokens = await requestTokens(withVerifier(backchannel, pending.verifier), {
    tokenEndpoint: endpoint(provider.issuerUrl, provider.tokenEndpoint),
    code,
    redirectUri: callback,
    clientId: provider.clientId ?? '',
    clientSecret: provider.clientSecret ?? '',
    authentication: 'post',
  });
  if (!tokens.ok) return { ok: false, error: `Token exchange failed: ${tokens.error}` };
  const userinfo = endpoint(provider.issuerUrl, provider.userInfoEndpoint);
  const claims = await requestUserinfo(backchannel, userinfo, tokens.value.accessToken);
  return claims.ok ? claims : { ok: false, error: `UserInfo request failed: ${claims.error}` };
}

/** An absolute endpoint stays; a path is put behind the Provider URL, of which one final slash is dropped. */
function endpoint(issuerUrl: string | null, path: string | null): string {
  if (path === null || /^https?:\/\//.test(path) || !issuerUrl) return path ?? '';
  return issuerUrl.replace(/\/$/, '') + (path.startsWith('/') ? path : `/${path}`);
}

/** Split at blanks only; without any the server falls back to its own three. */
function scopesOf({ scope }: Provider): string {
  return scope ? scope.split(' ').filter(Boolean).join(' ') : 'openid profile email';
}

/** Adds the PKCE verifier to the form that is posted. */
function withVerifier(backchannel: Backchannel, verifier: string): Backchannel {
  return (url, init) => {
    if (verifier !== '' && init?.body instanceof URLSearchParams) init.body.set('code_verifier', verifier);
    return backchannel(url, init);
  };
}
