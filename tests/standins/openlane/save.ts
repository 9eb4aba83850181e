/** The back end's answer to Save: what it checks, what it keeps, and what it says when it refuses. */
import { checkHealth } from './health-check.ts';
import { freshInstallation, isAuthentik, withoutGroups } from './installations.ts';
import type { PageOptions } from './options.ts';
import { type Provider, providersFor } from './providers.ts';
import { missingIn } from './schemas.ts';
import type { Installation, State } from './state.ts';

type Fields = Record<string, unknown>;

/** A status and a body as the console's own server sends them. */
export interface Answer {
  status: number;
  body: unknown;
}

const refuse = (error: string): Answer => ({ status: 400, body: { error } });

/** Takes a new connection over, or a change of one; texts are kept to the letter. */
export async function save(state: State, page: PageOptions, sent: unknown): Promise<Answer> {
  const request = asFields(sent);
  const provider = providersFor(page).find(({ id }) => id === request['definitionId']);
  if (provider === undefined) return refuse('invalid provider');
  if (!provider.active) return refuse('provider is disabled');
  const target = targetOf(state, provider, request);
  if (target === null) return { status: 404, body: { error: 'integration not found' } };
  const credentials = asFields(request['body']);
  const complaint = await complaintAbout(state, provider, target, credentials);
  if (complaint !== null) return refuse(complaint);
  keep(state, target, request);
  return { status: 200, body: { success: true, provider: provider.id, integrationId: target.id } };
}

/** The instance to change, a new one that is not kept yet, or null when it is unknown. */
function targetOf(state: State, provider: Provider, request: Fields): Installation | null {
  const { installationId, credentialRef } = request;
  if (installationId !== undefined) return state.installations.find(({ id }) => id === installationId) ?? null;
  return freshInstallation(provider.id, typeof credentialRef === 'string' ? credentialRef : '');
}

async function complaintAbout(
  state: State,
  provider: Provider,
  target: Installation,
  credentials: Fields,
): Promise<string | null> {
  const isNew = !state.installations.includes(target);
  if (!isNew && Object.keys(credentials).length === 0) return null;
  const schema = provider.credentials.find(({ ref }) => ref === target.credentialRef)?.schema;
  if (schema === undefined) return 'credential not declared';
  const missing = missingIn(schema, credentials);
  if (missing.length > 0) return `credential invalid: ${missing.join(', ')}`;
  if (state.saving === 'kept' || !isAuthentik(provider.id)) return null;
  const complaint = await checkHealth({ ...access(state, credentials), directory: 'none' });
  state.lastError = complaint?.reason ?? null;
  return complaint === null ? null : `validation failed: ${complaint.summary}`;
}

function keep(state: State, target: Installation, request: Fields): void {
  const [credentials, userInput] = [asFields(request['body']), asFields(request['userInput'])];
  if (Object.keys(credentials).length > 0) target.credentials = credentials;
  if (Object.keys(userInput).length > 0) target.userInput = userInput;
  for (const [name, settings] of Object.entries(asFields(request['operationConfig']))) {
    target.operationConfig[name] = asFields(settings);
  }
  if (!state.installations.includes(target)) state.installations.push(target);
}

/** Runs the health check of one instance with what is saved, and remembers how it ended. */
export async function checkInstallation(state: State, installation: Installation): Promise<void> {
  if (state.checks === 'unknown' || !isAuthentik(installation.definitionId)) {
    installation.health = 'unknown';
    return;
  }
  const complaint = await checkHealth({
    ...access(state, installation.credentials),
    directory: withoutGroups(installation) ? 'users' : 'users-and-groups',
  });
  installation.health = complaint === null ? 'healthy' : 'needs-attention';
  installation.reason = complaint?.summary ?? null;
  state.lastError = complaint?.reason ?? null;
}

function access({ backchannel, backEnd }: State, credentials: Fields) {
  return { backchannel, backEnd, baseUrl: textOf(credentials['baseUrl']), token: textOf(credentials['token']) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
