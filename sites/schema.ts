/** What a binding and a captured callback are; parsed on every read. */
import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1));

/** (exact page origin, base path, app, form) -> one profile. */
export const bindingSchema = z.object({
  id,
  origin: z.string(),
  basePath: z.string(),
  app: z.string(),
  form: z.string(),
  profileId: id,
  /** Revision of the profile that was last filled here; absent until the first fill. */
  filledRevision: z.optional(z.number()),
  /** The same of its secret alone; absent as long as no secret was filled here. */
  filledSecretRevision: z.optional(z.number()),
  /** What the administrator picked in the preview, by choice id. */
  choices: z.record(z.string(), z.string()),
});

export const capturedCallbackSchema = z.object({
  id,
  url: z.string(),
  app: z.string(),
  origin: z.string(),
  profileId: z.optional(id),
  /** Milliseconds since 1970. */
  at: z.number(),
  how: z.enum(['read', 'computed', 'fixed']),
  /** How authentik is to compare it, and what for; both are absent in records of earlier versions, and by default. */
  matching: z.optional(z.literal('regex')),
  kind: z.optional(z.literal('logout')),
});

/**
 * Why a site of a file is not taken: no address that may be filled, its profile is not taken, its profile is here already
 * and such a site is confirmed on its own page, the place has another profile, or it is in the file twice.
 */
export type LeftOutSite = 'unsound' | 'no-profile' | 'known-profile' | 'taken' | 'twice';

export type Binding = z.infer<typeof bindingSchema>;
export type CapturedCallback = z.infer<typeof capturedCallbackSchema>;
