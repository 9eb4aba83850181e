/** What the stand-in of Personio keeps: one OIDC connection of one tenant. */
import type { Stored } from '../standin.ts';
import { type FieldName, fieldOrder } from './wordings.ts';

export type Connection = Record<FieldName, string>;

export interface Store {
  /** Empty strings until the first Save. */
  connection: Connection;
  userinfoMethod: 'GET' | 'POST';
  enabled: boolean;
  enforced: boolean;
}

const required: readonly FieldName[] = fieldOrder.filter((name) => name !== 'secret_expiry');
const addresses: readonly FieldName[] = ['issuer', 'authorization', 'token', 'userinfo', 'jwks'];

export function freshStore(): Store {
  return { connection: readConnection({}), userinfoMethod: 'GET', enabled: true, enforced: false };
}

/** The fields of a body; whatever is missing or no text becomes empty. */
function readConnection(body: Record<string, unknown>): Connection {
  const read = (name: FieldName): string => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    button_text: read('button_text'),
    issuer: read('issuer'),
    authorization: read('authorization'),
    token: read('token'),
    userinfo: read('userinfo'),
    jwks: read('jwks'),
    scopes: read('scopes'),
    client_id: read('client_id'),
    client_secret: read('client_secret'),
    secret_expiry: read('secret_expiry'),
    claim: read('claim'),
  };
}

/** Takes a saved form over, kept to the letter; an absent secret keeps the stored one. Answers the fields it refuses. */
export function save(store: Store, body: unknown): FieldName[] {
  const sent = isObject(body) ? body : {};
  const connection = readConnection(sent);
  if (!('client_secret' in sent)) connection.client_secret = store.connection.client_secret;
  const refused = fieldOrder.filter((name) => isRefused(name, connection[name]));
  if (refused.length > 0) return refused;
  store.connection = connection;
  store.userinfoMethod = sent.userinfo_method === 'POST' ? 'POST' : 'GET';
  return [];
}

function isRefused(name: FieldName, value: string): boolean {
  if (addresses.includes(name)) return URL.parse(value)?.protocol !== 'https:';
  return required.includes(name) && value.trim() === '';
}

/** The form's start values: everything but the secret. */
export function shown(store: Store): Record<string, unknown> {
  const { client_secret: secret, ...rest } = store.connection;
  return { ...rest, userinfo_method: store.userinfoMethod, has_secret: secret !== '' };
}

/** By field key; null is what was never saved. */
export function stored(store: Store): Record<string, Stored> {
  return Object.fromEntries(fieldOrder.map((name) => [name, store.connection[name] || null]));
}

export function tamper(store: Store, key: string, value: Stored): void {
  const name = fieldOrder.find((field) => field === key);
  if (name === undefined) throw new Error(`Personio stores no "${key}".`);
  store.connection[name] = typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
