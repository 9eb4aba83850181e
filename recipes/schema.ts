/** The vocabulary of recipes: everything a recipe may say about an app's settings page. Data only. */
import * as z from 'zod/mini';
import { type CallbackSource, callback } from './callbacks';
import { type Card, type Control, card, control, type Locator, locator, selector, text } from './controls';
import { type FieldKey, fieldKeys } from './field-keys';
import { type NoticeId, noticeIds } from './notice-ids';
import { type Markers, markers, type PageMatch, page, type Within, within } from './page';
import { type Value, value } from './values';

const field = z.strictObject({
  key: z.enum(fieldKeys),
  find: locator,
  control,
  value,
  /** Not on every version of the app: absent means "not on this version", not a fault. */
  optional: z.optional(z.boolean()),
  /** A saved value that differs is shown and kept unless the user ticks the change. `true` keeps any value. */
  keep: z.optional(z.union([z.literal(true), z.array(text)])),
  /** What the page refuses at Save, or its server ignores; warned about before filling. */
  rules: z.optional(z.array(z.enum(['dot-in-host', 'at-most-255', 'server-ignores']))),
  /** Operating the control is saving: it is never clicked, and always the administrator's own. */
  savesAtOnce: z.optional(z.literal(true)),
  /** Why the field is the administrator's own, or what to know about it; the words are in `locales`. */
  hint: z.optional(z.enum(['one-primary-directory', 'group-sync', 'filter-example', 'own-policy', 'own-taste'])),
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
  /** Presses the one visible `control` of the block when `part` is not in it, and waits for `part`. */
  z.strictObject({ do: z.literal('reveal'), control: selector, part: selector }),
]);

const choice = z.strictObject({
  id: text,
  kind: z.enum(['list', 'text']),
  /** For a list: the closed set. `leave` means: do not touch the field; a checkbox or switch takes `on` and `off`. */
  options: z.optional(z.array(text)),
  default: text,
});

/** What the app needs of authentik: a provider with these settings, or an API token with these rights. */
const requirement = z.discriminatedUnion('needs', [
  z.strictObject({
    needs: z.literal('provider'),
    subjectMode: z.optional(z.enum(['user_username', 'user_email', 'user_uuid', 'user_id'])),
    signingKey: z.boolean(),
    clientType: z.enum(['confidential', 'public']),
    /** Scope mappings to select beyond openid, email and profile. */
    scopeMappings: z.optional(z.array(text)),
  }),
  z.strictObject({
    needs: z.literal('api-token'),
    /** What the token's service account must be allowed to read. */
    reads: z.array(z.enum(['users', 'groups', 'system', 'brands'])),
  }),
]);

const form = z.strictObject({
  /** Stable name of the form inside its app; part of a binding. */
  id: text,
  page,
  markers,
  within,
  /** The app's base path: the page's path up to its last slash, or an attribute of an element (else the path again). */
  basePath: z.union([
    z.strictObject({ from: z.literal('path') }),
    z.strictObject({ from: z.literal('origin') }),
    z.strictObject({ from: z.literal('attribute'), selector, attribute: text }),
  ]),
  /** Kinds of profile that fill this form, the better one first; left out: an OAuth2 client. */
  profiles: z.optional(z.array(z.enum(['oidc-client', 'api-token']))),
  method: z.optional(method),
  steps: z.optional(z.array(step)),
  /** In the order they are filled. */
  fields: z.array(field),
  /** A wizard or tabs: a field that is not here now stands on another step. */
  stepwise: z.optional(z.literal(true)),
  choices: z.optional(z.array(choice)),
  /** Empty for an app that has no callback. */
  callbacks: z.array(callback),
  /** Hosts, beside the page's own, a callback shown by this app may have. */
  callbackHosts: z.optional(z.array(text)),
  /** Where the in-page button is placed: beside this element, or at the top right of the block. */
  button: z.strictObject({ beside: z.union([selector, z.literal('block')]), at: z.enum(['after', 'top-right']) }),
  /** The page's own Save: never pressed, named in the report. */
  save: locator,
  /** Controls that act at once or lock people out: never touched. */
  neverTouch: z.optional(z.array(selector)),
  authentik: requirement,
  /** Hints for after the fill, by name; the words are in `locales`. */
  afterwards: z.array(
    z.enum([
      'enable-connection',
      'enable-provider',
      'emails-must-match',
      'users-must-exist',
      'usernames-must-match',
      'public-https',
      'proxy-headers',
      'health-badge',
    ]),
  ),
});

/** The same form where it looks different, by version or place: what is named here stands in for the form's own. */
const variant = z.strictObject({
  id: text,
  page: z.exactOptional(page),
  markers: z.exactOptional(markers),
  within: z.exactOptional(within),
  method: z.exactOptional(method),
  steps: z.exactOptional(z.array(step)),
  /** Each stands in for the form's field of the same key. */
  fields: z.exactOptional(z.array(field)),
  stepwise: z.exactOptional(z.literal(true)),
  callbacks: z.exactOptional(z.array(callback)),
  button: z.exactOptional(form.shape.button),
  save: z.exactOptional(locator),
});

/** Something to say about a page, beside or instead of a form; the words are in `locales`, by id. */
const notice = z.strictObject({
  id: z.enum(noticeIds),
  /** Nothing on the page is filled while this holds. */
  declines: z.optional(z.literal(true)),
  page,
  markers,
  /** The form whose fields `markers.fields` names. */
  form: z.optional(text),
});

export const recipeSchema = z.strictObject({
  /** Version of this vocabulary: an older engine leaves newer recipes alone. */
  schema: z.literal(1),
  id: text,
  name: text,
  /** The guide or documentation the values rest on. */
  docs: z.url(),
  /** App versions this recipe speaks for. */
  versions: text,
  /** How far it was tried: on the app's real front end, or on nothing but public text. */
  tried: z.enum(['real front end', 'not tried on the live page']),
  /** The first that fits the page is the one recognised, a form's variants before the form itself. */
  forms: z.array(z.extend(form, { variants: z.optional(z.array(variant)) })),
  notices: z.optional(z.array(notice)),
});

export type { CallbackSource, Card, Control, FieldKey, Locator, Markers, NoticeId, PageMatch, Value, Within };
export type Recipe = z.infer<typeof recipeSchema>;
/** A form as the engine works with it, its variant merged in. */
export type Form = z.infer<typeof form>;
export type FormWithVariants = Recipe['forms'][number];
export type Field = z.infer<typeof field>;
export type Step = z.infer<typeof step>;
export type Method = z.infer<typeof method>;
export type Choice = z.infer<typeof choice>;
export type Requirement = z.infer<typeof requirement>;
export type Notice = z.infer<typeof notice>;
