/** Answers the messages about taking profiles from the clients of an authentik. */
import { readAccount } from '@/authentik/api/account';
import { listProviders } from '@/authentik/api/providers';
import type { Transport } from '@/authentik/api/transport';
import type { ApiFailure } from '@/authentik/model';
import { ok, type Result } from '@/lib/result';
import type { Handlers } from '@/messaging/registry';
import { sitesChanged } from '../sites-changed';
import { forgetClients, importClients, type Listed, previewClients } from './client-import';
import { withOpenForm } from './form-secret';
import { atAuthentik, type Job } from './jobs';

export const clientImportHandlers = {
  'authentik.readClients': async (place) => {
    const read = await atAuthentik(place, (transport, job) => readWhole(transport, place.baseUrl, job));
    return read.ok ? previewClients(place.baseUrl, read.value) : read;
  },

  'authentik.importClients': async ({ digest, take, replace }) => {
    const taken = await importClients(digest, { take: new Set(take), replace: new Set(replace) });
    if (taken.ok) await sitesChanged();
    return taken;
  },

  'authentik.forgetClients': forgetClients,
} satisfies Partial<Handlers>;

/** A list that was cancelled on its last page was not read either. */
async function readWhole(
  transport: Transport,
  baseUrl: string,
  { signal, onProgress }: Job,
): Promise<Result<Listed, ApiFailure>> {
  const account = await readAccount(transport, signal);
  if (!account.ok) return account;
  const providers = await listProviders(transport, { signal, onProgress });
  if (!providers.ok) return providers;
  const listed = { providers: await withOpenForm(baseUrl, providers.value), isWhole: account.value.isSuperuser };
  return signal.aborted ? { ok: false, failure: { kind: 'cancelled' } } : ok(listed);
}
