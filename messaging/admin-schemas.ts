/** Shapes of what the script on authentik's page answers: made beside a page, so parsed like any other. Background only. */

import * as z from 'zod/mini';
import type { AdminPage, ApiFailure, Landing, NotAdmin, OpenForm } from '@/authentik/model';
import type { Result } from '@/lib/result';

const text = z.string().check(z.maxLength(2_048));

function answered<T, F>(value: z.ZodMiniType<T>, failure: z.ZodMiniType<F>) {
  return z.union([z.strictObject({ ok: z.literal(true), value }), z.strictObject({ ok: z.literal(false), failure })]);
}

const open = z.union([z.strictObject({ provider: z.number() }), z.strictObject({ application: text })]);

export const adminRead: z.ZodMiniType<Result<AdminPage, NotAdmin>> = answered(
  z.strictObject({ baseUrl: text, open: z.exactOptional(open) }),
  z.strictObject({ kind: z.enum(['not-authentik', 'signed-out', 'foreign-base']) }),
);

/** As long as authentik lets them be (authentik sheet 2.4). */
const credential = z.string().check(z.minLength(1), z.maxLength(255));

export const adminForm: z.ZodMiniType<OpenForm | null> = z.nullable(
  z.strictObject({ clientId: credential, clientSecret: credential }),
);

const errors = z.array(z.strictObject({ field: text, text })).check(z.maxLength(100));

const failure: z.ZodMiniType<ApiFailure> = z.union([
  z.strictObject({
    kind: z.enum(['cancelled', 'timed-out', 'offline', 'redirected', 'not-json', 'no-api', 'too-large', 'cut-off']),
  }),
  z.strictObject({ kind: z.literal('malformed'), fields: z.array(text).check(z.maxLength(100)) }),
  z.strictObject({ kind: z.enum(['not-signed-in', 'forbidden', 'not-found']), detail: z.exactOptional(text) }),
  z.strictObject({ kind: z.literal('refused'), errors }),
  z.strictObject({ kind: z.enum(['server-fault', 'unexpected-status']), status: z.number() }),
]);

/** What was read is parsed where it is asked for (`authentik/api/ask`). */
export const adminCall: z.ZodMiniType<Result<unknown, ApiFailure>> = answered(z.unknown(), failure);

export const adminFollow: z.ZodMiniType<Result<Landing, ApiFailure>> = answered(
  z.strictObject({ status: z.number(), at: text }),
  failure,
);
