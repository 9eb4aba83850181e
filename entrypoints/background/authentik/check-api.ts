/** What Check reads with the API of authentik: the client's provider, and what there is to mend it with. */

import { readVersion } from '@/authentik/api/account';
import { type Catalogue, readCatalogue } from '@/authentik/api/catalogue';
import { findProvider, type Provider, providerOfApplication } from '@/authentik/api/providers';
import { proposeRepairs } from '@/authentik/api/repairs';
import type { Transport } from '@/authentik/api/transport';
import type { ApiFailure, Needs, Repair, Version } from '@/authentik/model';
import { ok, type Result } from '@/lib/result';

/** What of a profile names its client. */
export interface Client {
  clientId: string;
  slug: string;
}

export interface ApiFindings {
  version: Version | undefined;
  /** The provider with the profile's client ID. */
  provider?: Provider;
  /** The one of the profile's application, when that has another client ID. */
  other?: Provider;
  repairs: Repair[];
  /** Names of keys and mappings, by id. */
  names: Map<string, string>;
}

export async function readFindings(
  transport: Transport,
  { clientId, slug }: Client,
  needs: Needs,
  signal: AbortSignal,
): Promise<Result<ApiFindings, ApiFailure>> {
  const version = await readVersion(transport, signal);
  if (!version.ok) return version;
  const found = await findProvider(transport, clientId, signal);
  if (!found.ok) return found;
  const none = { version: version.value, repairs: [], names: new Map<string, string>() };
  if (found.value === undefined) {
    const other = await providerOfApplication(transport, slug, signal);
    if (!other.ok) return other;
    return ok({ ...none, ...(other.value && { other: other.value }) });
  }
  const provider = found.value;
  const catalogue = await catalogueFor(transport, version.value, signal);
  if (!catalogue.ok) return catalogue;
  const { repairs } = proposeRepairs(provider, needs, catalogue.value);
  return ok({ ...none, provider, repairs, names: namesIn(catalogue.value) });
}

/** An account that may not see keys or mappings gets no proposal about them. */
async function catalogueFor(
  transport: Transport,
  version: Version | undefined,
  signal: AbortSignal,
): Promise<Result<Catalogue, ApiFailure>> {
  const read = await readCatalogue(transport, version, signal);
  return !read.ok && read.failure.kind === 'forbidden' ? ok({ keys: [], mappings: [] }) : read;
}

function namesIn({ keys, mappings }: Catalogue): Map<string, string> {
  return new Map([...keys, ...mappings].map(({ pk, name }) => [pk, name]));
}
