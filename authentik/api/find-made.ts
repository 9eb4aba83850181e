/** Reads back what became of a client that was to be made, and compares it with what was sent. */

import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { CreationEnd } from '../creation';
import type { ApiFailure, RedirectUri, Version } from '../model';
import { ask } from './ask';
import { type Client, clientBody } from './client-body';
import { listAll } from './list-all';
import { entriesOf, isSame, redirectUrisSchema } from './redirect-uris';
import type { Transport } from './transport';

type Found = Extract<CreationEnd, { is: 'made' | 'half' | 'nothing' }>;

const providerSchema = z.looseObject({
  pk: z.number(),
  client_id: z.string(),
  redirect_uris: redirectUrisSchema,
  assigned_application_slug: z.optional(z.nullable(z.string())),
});
const applicationSchema = z.object({ name: z.string(), slug: z.string(), provider: z.nullable(z.number()) });

type ProviderRecord = z.infer<typeof providerSchema>;
type ApplicationRecord = z.infer<typeof applicationSchema>;

/** The client ID is ours alone: a provider that has it was made by this call, and an application that has none perhaps. */
export async function findMade(
  transport: Transport,
  client: Client,
  version: Version | undefined,
): Promise<Result<Found, ApiFailure>> {
  const query = { client_id: client.clientId };
  const providers = await listAll(transport, { path: 'providers/oauth2/', query, item: providerSchema });
  if (!providers.ok) return providers;
  // Whoever does not know the filter answers with everything.
  const provider = providers.value.find((record) => record.client_id === client.clientId);
  const application = await readApplication(transport, client.slug);
  if (application.ok) return ok(compare(client, version, provider, application.value));
  const isByName = provider?.assigned_application_slug === client.slug;
  if (application.failure.kind !== 'forbidden' || !provider || !isByName) return application;
  return ok({ is: 'made', pk: provider.pk, differs: differences(client, version, provider) });
}

/** Undefined when there is none. */
async function readApplication(
  transport: Transport,
  slug: string,
): Promise<Result<ApplicationRecord | undefined, ApiFailure>> {
  const path = `core/applications/${encodeURIComponent(slug)}/`;
  const answer = await ask(transport, { path }, applicationSchema);
  return !answer.ok && answer.failure.kind === 'not-found' ? ok(undefined) : answer;
}

function compare(
  client: Client,
  version: Version | undefined,
  provider: ProviderRecord | undefined,
  application: ApplicationRecord | undefined,
): Found {
  if (!provider) {
    const isOurs = application?.provider === null && application.name === client.name;
    return isOurs ? { is: 'half', there: 'application' } : { is: 'nothing' };
  }
  if (application?.provider !== provider.pk) return { is: 'half', there: 'provider' };
  const names = application.name === client.name ? [] : ['app.name'];
  return { is: 'made', pk: provider.pk, differs: [...names, ...differences(client, version, provider)] };
}

/** Fields of the provider that are not as they were sent; a secret that authentik keeps to itself is none of them. */
function differences(client: Client, version: Version | undefined, record: ProviderRecord): string[] {
  const sent = Object.entries(clientBody(client, version).provider);
  return sent.flatMap(([field, value]) => (isKept(field, value, record) ? [] : [field]));
}

function isKept(field: string, sent: unknown, record: ProviderRecord): boolean {
  const kept = record[field];
  if (field === 'client_secret') return kept === undefined || kept === null || kept === sent;
  if (field === 'redirect_uris') return isSameList(sent, record);
  if (Array.isArray(sent))
    return Array.isArray(kept) && sent.length === kept.length && sent.every((one) => kept.includes(one));
  return kept === sent;
}

function isSameList(sent: unknown, { redirect_uris: kept }: ProviderRecord): boolean {
  const parsed = z.safeParse(redirectUrisSchema, sent);
  if (!parsed.success) return false;
  const [one, other] = [entriesOf(parsed.data), entriesOf(kept)];
  const isIn = (entry: RedirectUri, list: RedirectUri[]): boolean => list.some((same) => isSame(entry, same));
  return one.length === other.length && one.every((entry) => isIn(entry, other));
}
