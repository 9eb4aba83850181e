/** The rules of the messages about Check: only Latchkey's own screens send them. Background only: brings zod. */
import * as z from 'zod/mini';
import type { RedirectUri, Repair } from '@/authentik/model';
import type { CheckMessages } from './check-protocol';
import type { CheckTarget } from './check-report';
import { fromScreen, type Rule } from './rule';
import type { ScreenSender } from './sender';

const text = z.string().check(z.minLength(1), z.maxLength(2_048));
const job = z.string().check(z.minLength(1), z.maxLength(100));

const target: z.ZodMiniType<CheckTarget> = z.union([
  z.strictObject({ tabId: z.number().check(z.int(), z.nonnegative()) }),
  z.strictObject({ bindingId: text }),
]);

const entry: z.ZodMiniType<RedirectUri> = z.strictObject({
  url: text,
  matching: text,
  kind: z.exactOptional(text),
});

const mappings = z.array(text).check(z.maxLength(1_000));
const key = z.nullable(text);

const repair: z.ZodMiniType<Repair> = z.union([
  z.strictObject({ field: z.literal('sub_mode'), now: text, next: text }),
  z.strictObject({ field: z.literal('issuer_mode'), now: text, next: text }),
  z.strictObject({ field: z.literal('signing_key'), now: key, next: key }),
  z.strictObject({ field: z.literal('property_mappings'), now: mappings, next: mappings }),
]);

type Rules = { readonly [K in keyof CheckMessages]: Rule<ScreenSender, Parameters<CheckMessages[K]>[0]> };

export const checkRules: Rules = {
  'authentik.check': fromScreen(z.strictObject({ target, job })),
  'authentik.register': fromScreen(z.strictObject({ target, job, callback: text })),
  'authentik.unregister': fromScreen(z.strictObject({ target, job, callback: text, entry })),
  'authentik.repair': fromScreen(z.strictObject({ target, job, repair })),
  'authentik.undoRepair': fromScreen(z.strictObject({ target, job, repair })),
  'authentik.takeSecret': fromScreen(z.strictObject({ target, job })),
  'profile.takeIssuerMode': fromScreen(z.strictObject({ profileId: text, mode: z.enum(['per_provider', 'global']) })),
};
