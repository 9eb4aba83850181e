/** Makes application and provider in one call, and says what became of it, whatever the answer was; authentik sheet 2.6. */

import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { CreationEnd, GoneChoice } from '../creation';
import type { ApiFailure, FieldError, Version } from '../model';
import { type Client, clientBody } from './client-body';
import { wasRefused } from './edit-provider';
import { findMade } from './find-made';
import { freeName, freeSlug, readTaken, type Taken } from './taken';
import type { Transport } from './transport';

const path = 'core/transactional/applications/';

const answerSchema = z.object({
  applied: z.boolean(),
  logs: z.optional(z.array(z.union([z.string(), z.looseObject({ event: z.optional(z.string()) })]))),
});

const mostLogs = 5;

/**
 * Sends once. `signal` cancels up to the call; what became of that is read back in any case. A failure means that the
 * call was refused before authentik looked at it, so that nothing was made.
 */
export async function createClient(
  transport: Transport,
  client: Client,
  version: Version | undefined,
  signal?: AbortSignal,
): Promise<Result<CreationEnd, ApiFailure>> {
  const body = clientBody(client, version);
  if (signal?.aborted) return { ok: false, failure: { kind: 'cancelled' } };
  const answer = await transport({ method: 'PUT', path, body });
  if (!answer.ok && wasRefused(answer.failure)) return refusalOf(transport, client, answer.failure);
  const end = await lookForClient(transport, client, version);
  if (end.is !== 'nothing') return ok(end);
  if (!answer.ok) return ok({ is: 'nothing', cause: answer.failure });
  const said = z.safeParse(answerSchema, answer.value);
  return ok(said.success && !said.data.applied ? { is: 'not-applied', logs: logsOf(said.data) } : end);
}

/** What is there of it now; also for later, when it could not be read at once. */
export async function lookForClient(
  transport: Transport,
  client: Client,
  version: Version | undefined,
): Promise<Extract<CreationEnd, { is: 'made' | 'half' | 'nothing' | 'unsure' }>> {
  const found = await findMade(transport, client, version);
  return found.ok ? found.value : { is: 'unsure', cause: found.failure };
}

async function refusalOf(
  transport: Transport,
  client: Client,
  failure: ApiFailure,
): Promise<Result<CreationEnd, ApiFailure>> {
  if (failure.kind === 'forbidden') return ok(notAllowed(failure.detail));
  if (failure.kind !== 'refused') return { ok: false, failure };
  const { errors } = failure;
  const what = takenIn(errors);
  if (what !== undefined) return ok({ is: 'taken', what, free: await freeBeside(transport, client, what) });
  const gone = goneIn(errors);
  return ok(gone.length > 0 ? { is: 'gone', what: gone } : { is: 'refused', errors });
}

/** The one refusal that comes as `{"provider": "User lacks permission to create …"}`; any other is about the account. */
function notAllowed(detail = ''): CreationEnd {
  const model = /create \S*?(oauth2provider|application)\b/.exec(detail)?.[1];
  const said = detail === '' ? {} : { detail };
  if (model === undefined) return { is: 'not-allowed', to: 'unknown', ...said };
  return { is: 'not-allowed', to: model === 'application' ? model : 'provider', ...said };
}

/** authentik says it of the part, and of its field in newer versions; in some the provider stands below `app`. */
function takenIn(errors: readonly FieldError[]): 'name' | 'slug' | undefined {
  const found = errors.find(({ text }) => /object exists already|already exists|must be unique/i.test(text));
  if (!found || found.field.endsWith('client_id')) return undefined;
  return found.field.includes('provider') ? 'name' : 'slug';
}

/** What this account does not see may be taken, too: at least the refused one is not offered again. */
async function freeBeside(transport: Transport, client: Client, what: 'name' | 'slug'): Promise<string> {
  const read = await readTaken(transport);
  const { names, slugs }: Taken = read.ok ? read.value : { names: [], slugs: [] };
  return what === 'name'
    ? freeName(client.name, [...names, client.name])
    : freeSlug(client.slug, [...slugs, client.slug]);
}

const choices: [field: string, what: GoneChoice][] = [
  ['authorization_flow', 'authorization-flow'],
  ['invalidation_flow', 'invalidation-flow'],
  ['signing_key', 'signing-key'],
  ['property_mappings', 'scope'],
];

function goneIn(errors: readonly FieldError[]): GoneChoice[] {
  return choices
    .filter(([name]) => errors.some(({ field }) => field.split('.').includes(name)))
    .map(([, what]) => what);
}

/** authentik's own words, to be shown as text: cut, without control characters. */
function logsOf({ logs = [] }: z.infer<typeof answerSchema>): string[] {
  const texts = logs.flatMap((log) => (typeof log === 'string' ? log : (log.event ?? [])));
  return texts.slice(0, mostLogs).map((text) => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, 300));
}
