/** Follows the start of a login to where it ends for somebody without an account, without ever leaving authentik's origin. */
import { ok, type Result } from '@/lib/result';
import type { Send } from '../api/transport';
import type { ApiFailure, Landing } from '../model';

interface Follower {
  /** With its sub-path and without final slash; the script that sends stands on a page of this origin. */
  baseUrl: string;
  send: Send;
  /** Milliseconds for the whole way. */
  timeout?: number;
}

const defaultTimeout = 15_000;

/**
 * Where it ended, below the base URL and without query, which holds what was asked. `redirected`: it leads to another
 * origin or away from the base URL; a fetch of mode `same-origin` ends there before anything is sent (Fetch standard,
 * main fetch), and does not tell it from a broken network.
 */
export async function followLogin(
  { baseUrl, send, timeout = defaultTimeout }: Follower,
  query: Readonly<Record<string, string>>,
): Promise<Result<Landing, ApiFailure>> {
  const time = AbortSignal.timeout(timeout);
  try {
    const response = await send(`${baseUrl}/application/o/authorize/?${new URLSearchParams(query)}`, {
      mode: 'same-origin',
      credentials: 'omit',
      redirect: 'follow',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: time,
    });
    await response.body?.cancel();
    const { origin, pathname } = new URL(response.url);
    const root = `${baseUrl}/`;
    if (!(origin + pathname).startsWith(root)) return failed('redirected');
    return ok({ status: response.status, at: (origin + pathname).slice(root.length) });
  } catch {
    return failed(time.aborted ? 'timed-out' : 'redirected');
  }
}

function failed(kind: 'redirected' | 'timed-out'): { ok: false; failure: ApiFailure } {
  return { ok: false, failure: { kind } };
}
