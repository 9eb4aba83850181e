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

export type Binding = z.infer<typeof bindingSchema>;
export type CapturedCallback = z.infer<typeof capturedCallbackSchema>;
