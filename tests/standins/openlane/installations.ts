/** The saved instances of Authentik, read and changed in the words of the demo's report. */
import { randomUUID } from 'node:crypto';
import type { Stored } from '../standin.ts';
import { definitionIds, providersFor, syncOperation } from './providers.ts';
import type { Installation, OpenlaneOptions, State, StoredKey } from './state.ts';

/** Where each key is kept: with the credentials, or with the other answers. */
const places: Record<StoredKey, [part: 'credentials' | 'input', name: string]> = {
  base_url: ['credentials', 'baseUrl'],
  api_token: ['credentials', 'token'],
  primary_directory: ['input', 'primaryDirectory'],
  disable_group_sync: ['input', 'disableGroupSync'],
  filter: ['input', 'filterExpr'],
};
const keys: readonly StoredKey[] = ['base_url', 'api_token', 'primary_directory', 'disable_group_sync', 'filter'];

export function isAuthentik(definitionId: string): boolean {
  return definitionId === definitionIds.authentik || definitionId === definitionIds.authentikElsewhere;
}

/** The instance that was connected last. */
export function latest({ installations }: Pick<State, 'installations'>): Installation | undefined {
  return installations.findLast(({ definitionId }) => isAuthentik(definitionId));
}

export function freshInstallation(definitionId: string, credentialRef: string): Installation {
  return {
    id: randomUUID(),
    definitionId,
    credentialRef,
    credentials: {},
    userInput: {},
    operationConfig: {},
    health: null,
    reason: null,
  };
}

/** An instance as somebody connected it before. */
export function installBefore(state: State, given: NonNullable<OpenlaneOptions['installed']>): void {
  const provider = providersFor(state.page).find(({ id }) => isAuthentik(id));
  const ref = provider?.credentials[0]?.ref;
  if (provider === undefined || ref === undefined) throw new Error('Openlane has no Authentik.');
  const installation = freshInstallation(provider.id, ref);
  installation.userInput = { primaryDirectory: false, disableGroupSync: false };
  if (state.page.options === 'operation-settings') installation.operationConfig = { [syncOperation]: {} };
  state.installations.push(installation);
  for (const key of keys) {
    if (given[key] !== undefined) place(installation, key, given[key]);
  }
}

/** By field key; null is what was never saved. */
export function stored(state: State): Record<StoredKey, Stored> {
  const installation = latest(state);
  const read = (key: StoredKey): Stored => {
    const value = installation === undefined ? null : partOf(installation, key)[places[key][1]];
    return typeof value === 'string' || typeof value === 'boolean' ? value : null;
  };
  return {
    base_url: read('base_url'),
    api_token: read('api_token'),
    primary_directory: read('primary_directory'),
    disable_group_sync: read('disable_group_sync'),
    filter: read('filter'),
  };
}

/** @throws Error for an unknown key, or when nothing is connected. */
export function tamper(state: State, key: string, value: Stored): void {
  const known = keys.find((name) => name === key);
  const installation = latest(state);
  if (known === undefined) throw new Error(`Openlane stores no "${key}".`);
  if (installation === undefined) throw new Error('Openlane has no Authentik connected.');
  place(installation, known, value);
}

/** Whether the sync leaves groups out, wherever this version keeps the answer. */
export function withoutGroups(installation: Installation): boolean {
  return partOf(installation, 'disable_group_sync')['disableGroupSync'] === true;
}

/** The second module line keeps two of the answers with the settings of the sync. */
function partOf(installation: Installation, key: StoredKey): Record<string, unknown> {
  const [part] = places[key];
  if (part === 'credentials') return installation.credentials;
  const settings = key === 'primary_directory' ? undefined : installation.operationConfig[syncOperation];
  return settings ?? installation.userInput;
}

function place(installation: Installation, key: StoredKey, value: Stored): void {
  const part = partOf(installation, key);
  const [, name] = places[key];
  if (value === null) delete part[name];
  else part[name] = value;
}
