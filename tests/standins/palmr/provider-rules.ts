/** What the server takes of a request that changes its providers; read in the back end of 3.2 and 3.3. */
import type { Outcome } from '../sign-in.ts';
import { isOfficial, makeProvider, type Provider } from './providers.ts';

type Body = Record<string, unknown>;

const texts = [
  ...(['issuerUrl', 'clientId', 'clientSecret', 'adminEmailDomains', 'icon'] as const),
  ...(['name', 'displayName', 'type', 'scope'] as const),
  ...(['authorizationEndpoint', 'tokenEndpoint', 'userInfoEndpoint'] as const),
];
const switches = ['enabled', 'autoRegister'] as const;
/** All that an official provider's update keeps; the rest of the request is dropped without a word. */
const official: readonly string[] = [
  ...['issuerUrl', 'clientId', 'clientSecret', 'enabled', 'autoRegister', 'adminEmailDomains', 'icon'],
];

/** Changes one provider, or says why not. */
export function update(providers: readonly Provider[], id: string, body: unknown): Outcome<Provider> {
  const provider = providers.find((known) => known.id === id);
  if (provider === undefined) return { ok: false, error: 'Provider not found' };
  const sent = isObject(body) ? body : {};
  const taken = isOfficial(provider) ? Object.fromEntries(Object.entries(sent).filter(isTakenOfOfficial)) : sent;
  const url = taken['issuerUrl'];
  if (typeof url === 'string' && url !== '' && !URL.canParse(url)) {
    return { ok: false, error: 'Invalid Provider URL format' };
  }
  return { ok: true, value: Object.assign(provider, readColumns(taken)) };
}

const isTakenOfOfficial = ([key]: [string, unknown]): boolean => official.includes(key);

/** Adds a provider of the user's own at the end of the list. */
export function add(providers: Provider[], body: unknown): Outcome<Provider> {
  const columns = readColumns(isObject(body) ? body : {});
  if (!columns.name || providers.some(({ name }) => name === columns.name)) {
    return { ok: false, error: 'Failed to create provider' };
  }
  const provider = makeProvider({ ...columns, name: columns.name, sortOrder: providers.length + 1 });
  providers.push(provider);
  return { ok: true, value: provider };
}

export function remove(providers: Provider[], id: string): Outcome<null> {
  const index = providers.findIndex((provider) => provider.id === id);
  const provider = providers[index];
  if (provider === undefined) return { ok: false, error: 'Provider not found' };
  if (isOfficial(provider)) return { ok: false, error: 'Official providers cannot be deleted' };
  providers.splice(index, 1);
  return { ok: true, value: null };
}

/** Takes the places over and sorts by them. */
export function order(providers: Provider[], body: unknown): Outcome<null> {
  const places = isObject(body) ? body['providers'] : undefined;
  if (!Array.isArray(places)) return { ok: false, error: 'Invalid providers array' };
  for (const place of places.filter(isObject)) {
    const provider = providers.find(({ id }) => id === place['id']);
    if (provider !== undefined) provider.sortOrder = Number(place['sortOrder']);
  }
  providers.sort((one, other) => one.sortOrder - other.sortOrder);
  return { ok: true, value: null };
}

function readColumns(body: Body): Partial<Provider> {
  const columns: Partial<Provider> = {};
  for (const key of texts) {
    const value = body[key];
    if (typeof value === 'string') columns[key] = value;
  }
  for (const key of switches) {
    const value = body[key];
    if (typeof value === 'boolean') columns[key] = value;
  }
  return columns;
}

function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
