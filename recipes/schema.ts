/** The vocabulary of recipes: everything a recipe may say about an app's settings page. Data only. */
import * as z from 'zod/mini';
import { type Card, type Control, card, control, type Locator, locator, selector, text } from './controls';
import { type FieldKey, fieldKeys } from './field-keys';

const fieldKey = z.enum(fieldKeys);
/**
 * A glob. In a host `*` stands for exactly one label; in a path or hash for any run of characters.
 * Every other character, `?` too, stands for itself.
 */
const glob = text;

const page = z.strictObject({
  /** Hosts the app runs under, over https only; left out for self-hosted apps. */
  hosts: z.optional(z.array(glob)),
  /** Labels the `*` of a host never stands for: the vendor's own sites beside its customers'. */
  reservedLabels: z.optional(z.array(text)),
  paths: z.optional(z.array(glob)),
  /** `location.hash` with its `#`. */
  hashes: z.optional(z.array(glob)),
});

/** Where a field's value comes from. */
const value = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('authentik'),
    name: z.enum(['base_url', 'issuer', 'discovery', 'authorization', 'token', 'userinfo', 'jwks', 'end_session']),
  }),
  z.strictObject({ from: z.literal('profile'), name: z.enum(['client_id', 'client_secret']) }),
  z.strictObject({
    from: z.literal('scopes'),
    /** The app's own list and order; scopes the profile adds beyond openid, email and profile are appended. */
    wanted: z.array(text),
    as: z.enum(['space', 'comma', 'list']),
    /** The list of a fresh install: only then may items that are not wanted be removed without asking. */
    untouched: z.optional(z.array(text)),
  }),
  /** Built from the page: `{origin}` without a final slash, `{basePath}` with both slashes. */
  z.strictObject({ from: z.literal('page'), template: text }),
  z.strictObject({ from: z.literal('constant'), text }),
  /** What the administrator picked in the preview; see `choices`. */
  z.strictObject({ from: z.literal('choice'), choice: text }),
  /** Nothing: the field is listed as "left for you". */
  z.strictObject({ from: z.literal('user') }),
]);

const field = z.strictObject({
  key: fieldKey,
  find: locator,
  control,
  value,
  /** Not on every version of the app: absent means "not on this version", not a fault. */
  optional: z.optional(z.boolean()),
  /** A saved value that differs is shown and kept unless the user ticks the change. `true` keeps any value. */
  keep: z.optional(z.union([z.literal(true), z.array(text)])),
  /** What the page refuses at Save; warned about before filling. */
  rules: z.optional(z.array(z.enum(['dot-in-host', 'at-most-255']))),
});

/** The sign-in method of the whole app: switching it needs a confirmation of its own. */
const method = z.strictObject({
  find: locator,
  control,
  wanted: z.strictObject({ value: text, label: text }),
});

/** A click without effect on the server, needed before the fields can be filled or seen. */
const step = z.discriminatedUnion('do', [
  /** Opens the tab whose `attribute` equals the panel's. Skipped when the panel is visible or has no tab. */
  z.strictObject({ do: z.literal('open-tab'), panel: selector, tab: selector, attribute: text }),
  /** Chooses a card, only when another one is chosen. */
  z.strictObject({ do: z.literal('choose-card'), wanted: text, cards: z.array(card) }),
]);

const callback = z.discriminatedUnion('how', [
  /** The text of an element; several addresses are split on white space. */
  z.strictObject({ how: z.literal('text'), selector, path: z.optional(glob) }),
  /** What a field of this form holds now. */
  z.strictObject({ how: z.literal('field'), key: fieldKey, path: z.optional(glob) }),
  /** Every https address in the part of the page under a heading or label, outside the form's own fields. */
  z.strictObject({ how: z.literal('near-label'), labels: z.array(text) }),
  z.strictObject({ how: z.literal('computed'), template: text }),
  z.strictObject({ how: z.literal('fixed'), url: text }),
]);

const choice = z.strictObject({
  id: text,
  kind: z.enum(['list', 'text']),
  /** For a list: the closed set. `leave` means: do not touch the field; a checkbox takes `on` and `off`. */
  options: z.optional(z.array(text)),
  default: text,
});

const form = z.strictObject({
  /** Stable name of the form inside its app; part of a binding. */
  id: text,
  page,
  /** What must be, and must not be, in the document. */
  markers: z.strictObject({
    present: z.array(selector),
    absent: z.optional(z.array(selector)),
    /** Fields whose visible, editable controls prove the form where no selector can. */
    fields: z.optional(
      z.strictObject({
        every: z.array(fieldKey),
        atLeast: z.optional(z.strictObject({ count: z.number(), of: z.array(fieldKey) })),
      }),
    ),
  }),
  /** The block the recipe may touch: a selector, or the smallest element around the fields found by label. */
  within: z.union([selector, z.literal('fields')]),
  /** The app's base path: the page's path up to its last slash, or an attribute of an element (else the path again). */
  basePath: z.union([
    z.strictObject({ from: z.literal('path') }),
    z.strictObject({ from: z.literal('origin') }),
    z.strictObject({ from: z.literal('attribute'), selector, attribute: text }),
  ]),
  method: z.optional(method),
  steps: z.optional(z.array(step)),
  /** In the order they are filled. */
  fields: z.array(field),
  choices: z.optional(z.array(choice)),
  callbacks: z.array(callback),
  /** Hosts, beside the page's own, a callback shown by this app may have. */
  callbackHosts: z.optional(z.array(text)),
  /** Where the in-page button is placed: beside this element, or at the top right of the block. */
  button: z.strictObject({ beside: z.union([selector, z.literal('block')]), at: z.enum(['after', 'top-right']) }),
  /** The page's own Save: never pressed, named in the report. */
  save: locator,
  /** Controls that act at once or lock people out: never touched. */
  neverTouch: z.optional(z.array(selector)),
  authentik: z.strictObject({
    subjectMode: z.optional(z.enum(['user_username', 'user_email'])),
    signingKey: z.boolean(),
    clientType: z.enum(['confidential', 'public']),
  }),
  /** Hints for after the fill, by name; the words are in `locales`. */
  afterwards: z.array(
    z.enum(['enable-connection', 'emails-must-match', 'users-must-exist', 'usernames-must-match', 'public-https']),
  ),
});

export const recipeSchema = z.strictObject({
  schema: z.literal(1),
  id: text,
  name: text,
  /** The guide or documentation the values rest on. */
  docs: z.url(),
  /** App versions this recipe speaks for. */
  versions: text,
  /** How far it was tried: on the app's real front end, or on nothing but public text. */
  tried: z.enum(['real front end', 'not tried on the live page']),
  forms: z.array(form),
});

export type { Card, Control, FieldKey, Locator };
export type Recipe = z.infer<typeof recipeSchema>;
export type Form = z.infer<typeof form>;
export type Field = z.infer<typeof field>;
export type Value = z.infer<typeof value>;
export type Step = z.infer<typeof step>;
export type Method = z.infer<typeof method>;
export type CallbackSource = z.infer<typeof callback>;
export type Choice = z.infer<typeof choice>;
export type PageMatch = z.infer<typeof page>;
