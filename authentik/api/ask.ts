/** One call whose answer is parsed: what arrives is of the schema, or it is a named failure. */

import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { ApiFailure, ApiRequest } from '../model';
import type { Transport } from './transport';

/** Of an answer that is not of the schema only the fields are told, never what they hold. */
export async function ask<T>(
  transport: Transport,
  request: ApiRequest,
  schema: z.ZodMiniType<T>,
): Promise<Result<T, ApiFailure>> {
  const answer = await transport(request);
  if (!answer.ok) return answer;
  const parsed = z.safeParse(schema, answer.value);
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.slice(0, 5).map(({ path }) => path.map(String).join('.'));
  return { ok: false, failure: { kind: 'malformed', fields: [...new Set(fields)] } };
}
