/** The OAuth2 providers of an authentik, as it tells of them; authentik sheet 2.3 and 2.4. */

import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { ApiFailure } from '../model';
import { ask } from './ask';
import { type ListOptions, listAll } from './list-all';
import { type RedirectUris, redirectUrisSchema } from './redirect-uris';
import type { Transport } from './transport';

export interface Provider {
  pk: number;
  name: string;
  clientId: string;
  /** Absent where authentik keeps it to itself, as from 2026.11 on: then a person has to paste it. */
  clientSecret?: string;
  clientType: string;
  issuerMode: string;
  subjectMode: string;
  /** Null: tokens are signed with HS256 and the key list is empty. */
  signingKey: string | null;
  /** Ids of the scope mappings. */
  mappings: string[];
  redirectUris: RedirectUris;
  /** Absent when no application is attached. */
  application?: { slug: string; name: string };
}

const recordSchema = z.object({
  pk: z.number(),
  name: z.string(),
  client_id: z.string(),
  client_secret: z.optional(z.nullable(z.string())),
  client_type: z.string(),
  issuer_mode: z.string(),
  sub_mode: z.string(),
  signing_key: z.optional(z.nullable(z.string())),
  property_mappings: z.optional(z.array(z.string())),
  redirect_uris: redirectUrisSchema,
  assigned_application_slug: z.optional(z.nullable(z.string())),
  assigned_application_name: z.optional(z.nullable(z.string())),
});

/** `search` is by name. The list holds all there is to know, secrets included: no provider is asked for alone. */
export async function listProviders(
  transport: Transport,
  options: ListOptions = {},
): Promise<Result<Provider[], ApiFailure>> {
  const list = { path: 'providers/oauth2/', query: { ordering: 'name' }, item: recordSchema };
  const records = await listAll(transport, list, options);
  return records.ok ? ok(records.value.map(toProvider)) : records;
}

/** The provider with this client ID; undefined when there is none, or none that may be seen. */
export async function findProvider(
  transport: Transport,
  clientId: string,
  signal?: AbortSignal,
): Promise<Result<Provider | undefined, ApiFailure>> {
  const list = { path: 'providers/oauth2/', query: { client_id: clientId }, item: recordSchema };
  const records = await listAll(transport, list, { signal });
  if (!records.ok) return records;
  const found = records.value.find((record) => record.client_id === clientId);
  return ok(found && toProvider(found));
}

const applicationSchema = z.object({ provider: z.nullable(z.number()) });

/** The provider of the application with this slug; undefined when there is none, or it is none of OAuth2. */
export async function providerOfApplication(
  transport: Transport,
  slug: string,
  signal?: AbortSignal,
): Promise<Result<Provider | undefined, ApiFailure>> {
  const path = `core/applications/${encodeURIComponent(slug)}/`;
  const application = await ask(transport, { path, signal }, applicationSchema);
  if (!application.ok) return application.failure.kind === 'not-found' ? ok(undefined) : application;
  const { provider: pk } = application.value;
  if (pk === null) return ok(undefined);
  const provider = await readProvider(transport, pk, signal);
  return !provider.ok && provider.failure.kind === 'not-found' ? ok(undefined) : provider;
}

export async function readProvider(
  transport: Transport,
  pk: number,
  signal?: AbortSignal,
): Promise<Result<Provider, ApiFailure>> {
  const record = await ask(transport, { path: pathOf(pk), signal }, recordSchema);
  return record.ok ? ok(toProvider(record.value)) : record;
}

/** Where one provider is read and changed. */
export function pathOf(pk: number): string {
  return `providers/oauth2/${pk}/`;
}

function toProvider(record: z.infer<typeof recordSchema>): Provider {
  const { assigned_application_slug: slug, assigned_application_name: applicationName } = record;
  return {
    pk: record.pk,
    name: record.name,
    clientId: record.client_id,
    ...(record.client_secret ? { clientSecret: record.client_secret } : {}),
    clientType: record.client_type,
    issuerMode: record.issuer_mode,
    subjectMode: record.sub_mode,
    signingKey: record.signing_key ?? null,
    mappings: record.property_mappings ?? [],
    redirectUris: record.redirect_uris,
    ...(slug ? { application: { slug, name: applicationName ?? slug } } : {}),
  };
}
