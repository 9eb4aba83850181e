/** Whether an authentik lies at the base URL, by the one call to its API that is open to everybody; authentik sheet 2.3. */

import * as z from 'zod/mini';
import type { Result } from '@/lib/result';
import type { ApiFailure, Outcome } from '../model';
import { failedOutcome, outcome } from './outcome';

const configSchema = z.object({ capabilities: z.array(z.string()) });

export function checkBase(answer: Result<unknown, ApiFailure>): Outcome {
  if (!answer.ok) return failedOutcome('base', answer.failure);
  if (z.safeParse(configSchema, answer.value).success) return outcome('base', 'fault', []);
  return failedOutcome('base', { kind: 'malformed', fields: ['capabilities'] });
}
