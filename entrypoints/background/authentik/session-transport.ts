/** Calls to authentik's API that the script on its own page carries out, with the session of who is signed in there. */
import * as z from 'zod/mini';
import type { Transport } from '@/authentik/api/transport';
import type { ApiFailure } from '@/authentik/model';
import type { Result } from '@/lib/result';
import type { AdminMessages } from '@/messaging/admin-protocol';
import { adminCall } from '@/messaging/admin-schemas';
import { askAdmin, type TabTarget } from '@/messaging/client';
import { inTime } from './in-time';

/** What is cancelled is no longer waited for; a write that is on its way arrives all the same. */
export function sessionTransport(target: TabTarget, baseUrl: string): Transport {
  return async ({ signal, ...request }) => {
    if (signal?.aborted) return failed('cancelled');
    const call = carriedOut(target, { baseUrl, request });
    return signal ? Promise.race([call, aborted(signal)]) : call;
  };
}

type Answer = Result<unknown, ApiFailure>;

async function carriedOut(target: TabTarget, call: Parameters<AdminMessages['admin.call']>[0]): Promise<Answer> {
  const answer = await inTime(askAdmin(target, 'admin.call', call));
  if (answer === undefined) return failed('timed-out');
  const parsed = answer.ok ? z.safeParse(adminCall, answer.value).data : undefined;
  // The tab was closed, or shows something else now.
  return parsed ?? failed('cut-off');
}

function failed(kind: 'cancelled' | 'timed-out' | 'cut-off'): { ok: false; failure: ApiFailure } {
  return { ok: false, failure: { kind } };
}

function aborted(signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(failed('cancelled')), { once: true });
  });
}
