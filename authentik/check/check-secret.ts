/** What authentik's token endpoint says of a client that came with an invalid code; authentik sheet 5. */

import * as z from 'zod/mini';
import type { Outcome } from '../model';
import { outcome } from './outcome';
import type { ProbeRequest } from './probe';

const errorSchema = z.object({ error: z.string() });

/**
 * authentik judges the client before the code: `invalid_grant` says that client ID and secret are right, and
 * `invalid_client` that one of them is not. Anything else proves neither. Of a public client nothing can be told so.
 */
export function checkSecret(answer: unknown): Outcome {
  const parsed = z.safeParse(errorSchema, answer);
  const found = parsed.success ? parsed.data.error : '';
  if (found === 'invalid_grant') return outcome('secret', 'fault', []);
  const level = found === 'invalid_client' ? 'fault' : 'warning';
  return outcome('secret', level, [{ what: 'error', expected: 'invalid_grant', found: found.slice(0, 100) }]);
}

interface Client {
  clientId: string;
  secret: string;
  /** One that authentik accepts: a foreign one is refused in the same words as a wrong secret. */
  redirectUri: string;
}

/** The one request that tells: `code` is made up, so that it is nobody's. */
export function secretProbe({ clientId, secret, redirectUri }: Client, code: string): ProbeRequest {
  const form = { grant_type: 'authorization_code', client_id: clientId, client_secret: secret, code };
  return { path: 'application/o/token/', form: { ...form, redirect_uri: redirectUri } };
}
