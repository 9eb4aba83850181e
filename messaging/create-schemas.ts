/** Shapes of what is to be made in authentik, as a screen confirms it and as it is kept until it is stored. Background only. */
import * as z from 'zod/mini';
import type { Creation } from '@/authentik/creation';
import type { CreateMessages } from './create-protocol';
import { fromScreen, type Rule } from './rule';
import type { ScreenSender } from './sender';

const id = z.string().check(z.maxLength(100));
const text = z.string().check(z.maxLength(2_048));

export const creation: z.ZodMiniType<Creation> = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  slug: z.string().check(z.minLength(1), z.maxLength(200)),
  clientType: z.enum(['confidential', 'public']),
  authorizationFlow: id.check(z.minLength(1)),
  invalidationFlow: id,
  signingKey: z.nullable(id),
  subjectMode: z.string().check(z.maxLength(100)),
  mappings: z.array(id).check(z.maxLength(100)),
  redirectUris: z
    .array(z.strictObject({ url: text, matching: z.enum(['strict', 'regex']), kind: z.exactOptional(id) }))
    .check(z.minLength(1), z.maxLength(50)),
});

const tabId = z.number().check(z.int(), z.nonnegative());
const job = id.check(z.minLength(1));
const baseUrl = text.check(z.minLength(1));

type Rules = { readonly [K in keyof CreateMessages]: Rule<ScreenSender, Parameters<CreateMessages[K]>[0]> };

export const createRules: Rules = {
  'create.propose': fromScreen(z.strictObject({ tabId, baseUrl, job })),
  'create.make': fromScreen(z.strictObject({ tabId, baseUrl, job, creation })),
  'create.resume': fromScreen(z.strictObject({ tabId, job })),
};
