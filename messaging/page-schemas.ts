/** Shapes of everything that comes from a page; hostile, so every text and list has a limit. Background only. */
import * as z from 'zod/mini';
import type { Callback, FieldReport, PageLook, PageNotice, Reading } from '@/engine/model';
import { fieldKeys } from '@/recipes/field-keys';
import { noticeIds } from '@/recipes/notice-ids';

/** Every key of the type, optional ones too: a strict schema that lacks one would drop honest pages. */
type Shape<T> = Record<keyof T, z.ZodMiniType>;

/** At most so many fields, callbacks or choices: more than any recipe has. */
const few = 40;

export const name = z.string().check(z.minLength(1), z.maxLength(80));
export const fieldKey = z.enum(fieldKeys);
export const basePath = z.string().check(z.maxLength(1024), z.regex(/^\/(?:.*\/)?$/));
export const choices = z.record(name, z.string().check(z.maxLength(200)));

const text = z.string().check(z.maxLength(10_000));
const value = z.union([text, z.array(text).check(z.maxLength(200)), z.boolean()]);

export const callbacks = z
  .array(
    z.strictObject({
      url: z.string().check(z.maxLength(2048)),
      how: z.enum(['read', 'computed', 'fixed']),
      warning: z.exactOptional(z.enum(['not-https', 'other-origin', 'other-folder', 'foreign-host'])),
      matching: z.exactOptional(z.literal('regex')),
      kind: z.exactOptional(z.literal('logout')),
    } satisfies Shape<Callback>) satisfies z.ZodMiniType<Callback>,
  )
  .check(z.maxLength(few));

const reading = z.strictObject({
  key: fieldKey,
  state: z.enum(['found', 'missing', 'ambiguous', 'managed', 'unfit', 'exposed']),
  now: z.exactOptional(value),
  holdsSecret: z.exactOptional(z.boolean()),
} satisfies Shape<Reading>) satisfies z.ZodMiniType<Reading>;

/** How each field ended, as the page's script says. */
export const fieldReports = z
  .array(
    z.strictObject({
      key: fieldKey,
      outcome: z.enum([
        'filled',
        'already-right',
        'left-for-you',
        'not-on-this-version',
        'ambiguous',
        'refused-by-page',
        'managed-by-server',
      ]),
      because: z.exactOptional(z.enum(['saves-at-once', 'exposed', 'no-secret', 'other-step', 'lost'])),
    } satisfies Shape<FieldReport>) satisfies z.ZodMiniType<FieldReport>,
  )
  .check(z.maxLength(few));

const notices = z.array(z.enum(noticeIds)).check(z.maxLength(few));

/** Answer to `tab.read` on a recognised page. */
const pageLook = z.strictObject({
  app: name,
  form: name,
  variant: z.exactOptional(name),
  isClosed: z.exactOptional(z.literal(true)),
  origin: z.string().check(z.maxLength(300)),
  basePath,
  readings: z.array(reading).check(z.maxLength(few)),
  method: z.exactOptional(z.strictObject({ now: text, nowLabel: text, isWanted: z.boolean() })),
  callbacks,
  notices,
  saveName: z.exactOptional(z.string().check(z.maxLength(60))),
} satisfies Shape<PageLook>) satisfies z.ZodMiniType<PageLook>;

/** Answer to `tab.read` on a page of a known app that is not filled. */
const pageNotice = z.strictObject({
  app: name,
  notices,
} satisfies Shape<PageNotice>) satisfies z.ZodMiniType<PageNotice>;

/** Answer to `tab.read`. */
export const tabRead = z.union([pageLook, pageNotice, z.strictObject({ nothing: z.literal(true) })]);
