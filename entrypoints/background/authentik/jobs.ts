/** Work at an authentik that a screen may watch and cancel; in memory, since the work itself keeps the background awake. */

import { isKnown } from '@/authentik/api/account';
import type { Transport } from '@/authentik/api/transport';
import type { EditFailure } from '@/authentik/model';
import type { Result } from '@/lib/result';
import type { Trouble } from '@/messaging/authentik-protocol';
import { tellProgress } from '@/messaging/client';
import { reach, toldOf } from './reach';

export interface Job {
  signal: AbortSignal;
  onProgress: (progress: { done: number; total: number }) => void;
}

const running = new Map<string, AbortController>();

/** Does `work`, until it ends or `cancelJob` is called with the same name. */
export async function asJob<T>(job: string, work: (context: Job) => Promise<T>): Promise<T> {
  const life = new AbortController();
  running.set(job, life);
  try {
    return await work({ signal: life.signal, onProgress: (progress) => tellProgress({ job, ...progress }) });
  } finally {
    if (running.get(job) === life) running.delete(job);
  }
}

type Work<T> = (transport: Transport, job: Job) => Promise<Result<T, EditFailure>>;
type Way = (baseUrl: string) => Promise<Result<Transport, Trouble>>;

/** Does `work` with the API of this authentik, as a job. */
export function atAuthentik<T>(
  { baseUrl, job }: { baseUrl: string; job: string },
  work: Work<T>,
  way: Way = reach,
): Promise<Result<T, Trouble>> {
  return asJob(job, (context) => withApi(baseUrl, context, work, way));
}

/** The same, as a part of a job. */
export async function withApi<T>(
  baseUrl: string,
  context: Job,
  work: Work<T>,
  way: Way = reach,
): Promise<Result<T, Trouble>> {
  const transport = await way(baseUrl);
  if (!transport.ok) return transport;
  return toldOf(baseUrl, await understood(transport.value, await work(transport.value, context)));
}

/** authentik answers 403 to nobody, and to somebody who may not: the two need different words. */
async function understood<T>(transport: Transport, answer: Result<T, EditFailure>): Promise<Result<T, EditFailure>> {
  if (answer.ok || answer.failure.kind !== 'forbidden' || (await isKnown(transport))) return answer;
  return { ok: false, failure: { ...answer.failure, kind: 'not-signed-in' } };
}

export function cancelJob(job: string): void {
  running.get(job)?.abort();
}
