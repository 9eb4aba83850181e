/** Portainer's settings: the whole object with its defaults, what is given out, and how a PUT changes it. */
import type { Stored } from '../standin.ts';

export interface OauthSettings {
  ClientID: string;
  ClientSecret: string;
  AccessTokenURI: string;
  AuthorizationURI: string;
  ResourceURI: string;
  RedirectURI: string;
  UserIdentifier: string;
  Scopes: string;
  OAuthAutoCreateUsers: boolean;
  DefaultTeamID: number;
  SSO: boolean;
  LogoutURI: string;
  AuthStyle: number;
}

export interface Settings {
  LogoURL: string;
  AuthenticationMethod: number;
  LDAPSettings: Record<string, unknown>;
  OAuthSettings: OauthSettings;
  UserSessionTimeout: string;
  SnapshotInterval: string;
  EnableTelemetry: boolean;
}

const methods = { internal: 1, ldap: 2, oauth: 3 } as const;

/** Demo field key to the key of the OAuth block. */
const keys = {
  client_id: 'ClientID',
  client_secret: 'ClientSecret',
  authorization: 'AuthorizationURI',
  token: 'AccessTokenURI',
  userinfo: 'ResourceURI',
  end_session: 'LogoutURI',
  redirect_uri: 'RedirectURI',
  user_identifier: 'UserIdentifier',
  scopes: 'Scopes',
} as const;

type FieldKey = keyof typeof keys;

const isFieldKey = (key: string): key is FieldKey => Object.hasOwn(keys, key);

/** A fresh install: internal login, and an OAuth block that was never saved. */
export function freshSettings(): Settings {
  return {
    LogoURL: '',
    AuthenticationMethod: methods.internal,
    LDAPSettings: { AnonymousMode: true, ReaderDN: '', URL: '', TLSConfig: { TLS: false }, AutoCreateUsers: true },
    OAuthSettings: {
      ClientID: '',
      ClientSecret: '',
      AccessTokenURI: '',
      AuthorizationURI: '',
      ResourceURI: '',
      RedirectURI: '',
      UserIdentifier: '',
      Scopes: '',
      OAuthAutoCreateUsers: false,
      DefaultTeamID: 0,
      SSO: true,
      LogoutURI: '',
      AuthStyle: 0,
    },
    UserSessionTimeout: '8h',
    SnapshotInterval: '5m',
    EnableTelemetry: false,
  };
}

/** The settings as GET gives them: never with the secret. */
export function withoutSecret(settings: Settings): unknown {
  const { ClientSecret, ...oauth } = settings.OAuthSettings;
  return { ...settings, OAuthSettings: oauth };
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (body: Json, key: string): string => (typeof body[key] === 'string' ? body[key] : '');
const numberOf = (body: Json, key: string): number => (typeof body[key] === 'number' ? body[key] : 0);

/** The OAuth block of a body; what it leaves out is empty, not as it was. */
function oauthOf(block: Json): OauthSettings {
  return {
    ClientID: textOf(block, 'ClientID'),
    ClientSecret: textOf(block, 'ClientSecret'),
    AccessTokenURI: textOf(block, 'AccessTokenURI'),
    AuthorizationURI: textOf(block, 'AuthorizationURI'),
    ResourceURI: textOf(block, 'ResourceURI'),
    RedirectURI: textOf(block, 'RedirectURI'),
    UserIdentifier: textOf(block, 'UserIdentifier'),
    Scopes: textOf(block, 'Scopes'),
    OAuthAutoCreateUsers: block.OAuthAutoCreateUsers === true,
    DefaultTeamID: numberOf(block, 'DefaultTeamID'),
    SSO: block.SSO === true,
    LogoutURI: textOf(block, 'LogoutURI'),
    AuthStyle: numberOf(block, 'AuthStyle'),
  };
}

/** Replaces the OAuth block and the method; an empty or missing secret keeps the stored one. */
export function applyBody(settings: Settings, body: unknown): void {
  if (!isObject(body)) return;
  settings.AuthenticationMethod = numberOf(body, 'AuthenticationMethod') || settings.AuthenticationMethod;
  settings.UserSessionTimeout = textOf(body, 'UserSessionTimeout') || settings.UserSessionTimeout;
  if (isObject(body.LDAPSettings)) settings.LDAPSettings = body.LDAPSettings;
  if (!isObject(body.OAuthSettings)) return;
  const oauth = oauthOf(body.OAuthSettings);
  settings.OAuthSettings = { ...oauth, ClientSecret: oauth.ClientSecret || settings.OAuthSettings.ClientSecret };
}

/** The saved settings by the demo's keys; the method is the number the app keeps. */
export function storedSettings(settings: Settings): Record<string, Stored> {
  const oauth = Object.entries(keys).map(([key, name]) => [key, settings.OAuthSettings[name]]);
  return { method: settings.AuthenticationMethod, ...Object.fromEntries(oauth) };
}

/** Overwrites one saved setting; an empty method is the internal one. @throws Error for a key it does not know. */
export function tamperWith(settings: Settings, key: string, value: Stored): void {
  const text = typeof value === 'string' ? value : '';
  if (key === 'method') {
    settings.AuthenticationMethod = typeof value === 'number' ? value : methods.internal;
    return;
  }
  if (!isFieldKey(key)) throw new Error(`Portainer keeps no setting named ${key}.`);
  settings.OAuthSettings[keys[key]] = text;
}
