/** What an authentik has to choose from: keys that sign tokens, and scope mappings; authentik sheet 2.6. */

import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { ApiFailure, Version } from '../model';
import { listAll } from './list-all';
import type { Transport } from './transport';
import { isAtLeast } from './version';

interface SigningKey {
  pk: string;
  name: string;
  isRsa: boolean;
}

export interface ScopeMapping {
  pk: string;
  name: string;
  scope: string;
  /** One that authentik brings along, in the place of which others may stand. */
  isOwn: boolean;
}

export interface Catalogue {
  /** The better ones first: RSA, since many apps accept only RS256, then authentik's own. */
  keys: SigningKey[];
  mappings: ScopeMapping[];
}

/** `key_type` was `private_key_type` before 2025.12. */
const keySchema = z.object({
  pk: z.string(),
  name: z.string(),
  key_type: z.optional(z.nullable(z.string())),
  private_key_type: z.optional(z.nullable(z.string())),
  managed: z.optional(z.nullable(z.string())),
});

const mappingSchema = z.object({
  pk: z.string(),
  name: z.string(),
  scope_name: z.string(),
  managed: z.optional(z.nullable(z.string())),
});

const ownKey = 'authentik Self-signed Certificate';
/** The key authentik signs with for itself. */
const notForApps = 'goauthentik.io/crypto/jwt-managed';

export async function readCatalogue(
  transport: Transport,
  version: Version | undefined,
  signal?: AbortSignal,
): Promise<Result<Catalogue, ApiFailure>> {
  const keys = await listAll(
    transport,
    { path: 'crypto/certificatekeypairs/', query: { has_key: 'true', ordering: 'name' }, item: keySchema },
    { signal },
  );
  if (!keys.ok) return keys;
  const mappings = await listAll(
    transport,
    { path: mappingsPath(version), query: { ordering: 'scope_name' }, item: mappingSchema },
    { signal },
  );
  if (!mappings.ok) return mappings;
  return ok({ keys: toKeys(keys.value), mappings: mappings.value.map(toMapping) });
}

function mappingsPath(version: Version | undefined): string {
  return isAtLeast(version, 2024, 8) ? 'propertymappings/provider/scope/' : 'propertymappings/scope/';
}

function toKeys(records: z.infer<typeof keySchema>[]): SigningKey[] {
  return records
    .filter(({ managed }) => managed !== notForApps)
    .map(({ pk, name, key_type, private_key_type }) => ({ pk, name, isRsa: (key_type ?? private_key_type) === 'rsa' }))
    .sort((one, other) => rank(one) - rank(other));
}

function rank({ isRsa, name }: SigningKey): number {
  return (isRsa ? 0 : 2) + (name === ownKey ? 0 : 1);
}

function toMapping({ pk, name, scope_name: scope, managed }: z.infer<typeof mappingSchema>): ScopeMapping {
  return { pk, name, scope, isOwn: managed === `goauthentik.io/providers/oauth2/scope-${scope}` };
}
