/** Work at an authentik that a screen may watch and cancel; in memory, since the work itself keeps the background awake. */

import type { Transport } from '@/authentik/api/transport';
import type { EditFailure } from '@/authentik/model';
import type { Result } from '@/lib/result';
import type { Trouble } from '@/messaging/authentik-protocol';
import { tellProgress } from '@/messaging/client';
import { reach, toldOf } from './reach';

interface Job {
  signal: AbortSignal;
  onProgress: (progress: { done: number; total: number }) => void;
}

const running = new Map<string, AbortController>();

/** Does `work` with the API of this authentik, until it ends or `cancelJob` is called with the same name. */
export async function atAuthentik<T>(
  { baseUrl, job }: { baseUrl: string; job: string },
  work: (transport: Transport, job: Job) => Promise<Result<T, EditFailure>>,
  way: (baseUrl: string) => Promise<Result<Transport, Trouble>> = reach,
): Promise<Result<T, Trouble>> {
  const life = new AbortController();
  running.set(job, life);
  try {
    const transport = await way(baseUrl);
    if (!transport.ok) return transport;
    const onProgress: Job['onProgress'] = (progress) => tellProgress({ job, ...progress });
    return toldOf(baseUrl, await work(transport.value, { signal: life.signal, onProgress }));
  } finally {
    if (running.get(job) === life) running.delete(job);
  }
}

export function cancelJob(job: string): void {
  running.get(job)?.abort();
}
