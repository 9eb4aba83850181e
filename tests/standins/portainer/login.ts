/** Portainer's way through the code flow, with the saved settings only (page sheet portainer.md 4 and 5). */

import type { Outcome, Tokens } from '../sign-in.ts';
import { requestTokens, requestUserinfo } from '../sign-in.ts';
import type { Backchannel } from '../standin.ts';
import type { OauthSettings, Settings } from './settings.ts';

const oauthMethod = 3;

/** The login address: client ID, redirect URL and scopes go in as typed, without any escaping. */
export function loginUri(settings: Settings): string {
  const oauth = settings.OAuthSettings;
  if (settings.AuthenticationMethod !== oauthMethod) return '';
  const query = `response_type=code&client_id=${oauth.ClientID}&redirect_uri=${oauth.RedirectURI}&scope=${oauth.Scopes}`;
  return `${oauth.AuthorizationURI}?${query}${oauth.SSO ? '' : '&prompt=login'}`;
}

/** Auth style 0 tries the header first and the body when that is refused, 1 is the body, 2 the header. */
async function exchange(backchannel: Backchannel, oauth: OauthSettings, code: string): Promise<Outcome<Tokens>> {
  const request = {
    tokenEndpoint: oauth.AccessTokenURI,
    code,
    redirectUri: oauth.RedirectURI,
    clientId: oauth.ClientID,
    clientSecret: oauth.ClientSecret,
  };
  const inBody = (): Promise<Outcome<Tokens>> => requestTokens(backchannel, { ...request, authentication: 'post' });
  if (oauth.AuthStyle === 1) return inBody();
  const answer = await requestTokens(backchannel, { ...request, authentication: 'basic' });
  return answer.ok || oauth.AuthStyle === 2 ? answer : inBody();
}

/** The name under which the provider's answer signs somebody in; no id_token is looked at. */
export async function userOf(backchannel: Backchannel, settings: Settings, code: string): Promise<Outcome<string>> {
  const oauth = settings.OAuthSettings;
  if (settings.AuthenticationMethod !== oauthMethod) return { ok: false, error: 'OAuth authentication is not enabled' };
  const tokens = await exchange(backchannel, oauth, code);
  if (!tokens.ok) return refused(tokens.error);
  const resource = await requestUserinfo(backchannel, oauth.ResourceURI, tokens.value.accessToken);
  if (!resource.ok) return refused(resource.error);
  const name = resource.value[oauth.UserIdentifier];
  if (typeof name === 'string' && name !== '') return { ok: true, value: name };
  return refused('failed to extract username from oauth resource');
}

function refused(detail: string): Outcome<string> {
  return { ok: false, error: `Unable to authenticate through OAuth: ${detail}` };
}
