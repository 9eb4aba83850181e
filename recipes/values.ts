/** Where the value of a field comes from, and in which spelling the app wants it. */
import * as z from 'zod/mini';
import { text } from './controls';

export const value = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('authentik'),
    name: z.enum(['base_url', 'issuer', 'discovery', 'authorization', 'token', 'userinfo', 'jwks', 'end_session']),
    /** `path`: what follows the base URL, with its slash. `without-slash`: without the final slash. */
    as: z.optional(z.enum(['path', 'without-slash'])),
  }),
  z.strictObject({ from: z.literal('profile'), name: z.enum(['client_id', 'client_secret', 'api_token']) }),
  z.strictObject({
    from: z.literal('scopes'),
    /** The app's own list and order: what is not in it of openid, email and profile, the app never gets. */
    wanted: z.array(text),
    as: z.enum(['space', 'comma', 'comma-blank', 'list']),
    /** What the profile adds beyond openid, email and profile: appended, unless the app has no use for it. */
    own: z.optional(z.literal('leave-out')),
    /** The list of a fresh install: only then may items that are not wanted be removed without asking. */
    untouched: z.optional(z.array(text)),
  }),
  /**
   * Built from the page: `{origin}` without a final slash, `{basePath}` with both slashes, `{field:KEY}` what the form's
   * field of that key is going to hold: what this fill writes into it, when it stands before, else what it holds now.
   */
  z.strictObject({ from: z.literal('page'), template: text }),
  z.strictObject({ from: z.literal('constant'), text }),
  /** What the administrator picked in the preview; see `choices`. */
  z.strictObject({ from: z.literal('choice'), choice: text }),
  /** Nothing: the field is listed as "left for you". */
  z.strictObject({ from: z.literal('user') }),
]);

export type Value = z.infer<typeof value>;
