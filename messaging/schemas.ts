/** For every message to the background: who may send it, and what its data must be. Background only: brings zod. */
import * as z from 'zod/mini';
import type { ProfileDraft, ProfileStart } from '@/profiles/schema';
import type { AuthentikMessages } from './authentik-protocol';
import { authentikRules } from './authentik-schemas';
import type { PageMessages, Refusal } from './page-protocol';
import { basePath, callbacks, choices, fieldKey, fieldReports, name } from './page-schemas';
import type { CopyName, ScreenMessages } from './protocol';
import { fromPage, fromScreen, type Rule } from './rule';
import type { PageSender, ScreenSender } from './sender';

/** Messages the background answers. */
export type Incoming = ScreenMessages & AuthentikMessages & PageMessages;

/** Who may send a message, as its handler sees it. */
export type SenderOf<K extends keyof Incoming> = K extends keyof PageMessages ? PageSender : ScreenSender;

type Rules = { readonly [K in keyof Incoming]: Rule<SenderOf<K>, Parameters<Incoming[K]>[0]> };

const id = z.string().check(z.minLength(1), z.maxLength(100));
const text = z.string().check(z.maxLength(10_000));
const tabId = z.number().check(z.int(), z.nonnegative());
const none = z.undefined();

/** What both windows may edit of a profile; never a secret. */
const editable = {
  name: text,
  address: text,
  instanceName: text,
  issuerMode: z.enum(['per_provider', 'global']),
  slug: text,
  clientId: text,
  scopes: text,
  redirectUris: text,
};
const profileStart: z.ZodMiniType<ProfileStart> = z.strictObject({ ...editable, secretRevision: z.number() });

/** As typed, so any text goes; what is wrong with it is said under the field. */
export const profileDraft: z.ZodMiniType<ProfileDraft> = z.strictObject({
  ...editable,
  id: z.exactOptional(id),
  kind: z.enum(['oidc-client', 'api-token']),
  clientSecret: text,
  apiToken: text,
  from: z.exactOptional(profileStart),
});

const copyName: z.ZodMiniType<CopyName> = z.enum([
  'base_url',
  'issuer',
  'discovery',
  'authorization',
  'token',
  'userinfo',
  'jwks',
  'end_session',
  'client_id',
  'scopes',
  'scopes_comma',
  'scopes_lines',
]);

const mode = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('encrypted'), passphrase: text }),
  z.strictObject({ mode: z.literal('no-secrets') }),
]);

const autoLock = z.strictObject({ minutes: z.nullable(z.literal([1, 5, 15, 60])), onSystemLock: z.boolean() });

/** Twice the largest file, so that one that is too large hears why. */
const fileText = z.string().check(z.maxLength(2_097_152));

const exportOrder = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('encrypted'), passphrase: text, filePassphrase: text }),
  z.strictObject({ mode: z.literal('plain'), passphrase: text }),
]);

const filled = z.strictObject({ consent: id, fields: fieldReports });

export const refusal: z.ZodMiniType<Refusal> = z.enum(['too-soon', 'not-in-front', 'hidden', 'covered', 'cursor']);

export const rules: Rules = {
  'vault.status': fromScreen(none),
  'vault.create': fromScreen(mode),
  'vault.unlock': fromScreen(z.strictObject({ passphrase: text })),
  'vault.lock': fromScreen(none),
  'vault.changePassphrase': fromScreen(z.strictObject({ current: text, next: text })),
  'vault.reset': fromScreen(none),
  'vault.readAutoLock': fromScreen(none),
  'vault.changeAutoLock': fromScreen(autoLock),
  'vault.damage': fromScreen(none),
  'vault.goOn': fromScreen(none),
  'shelf.read': fromScreen(none),
  'profile.check': fromScreen(profileDraft),
  'profile.save': fromScreen(profileDraft),
  'profile.duplicate': fromScreen(z.strictObject({ id })),
  'profile.remove': fromScreen(z.strictObject({ id })),
  'profile.undo': fromScreen(none),
  'profile.values': fromScreen(z.strictObject({ id })),
  'profile.reveal': fromScreen(z.strictObject({ id, passphrase: text })),
  'export.make': fromScreen(exportOrder),
  'import.preview': fromScreen(z.strictObject({ text: fileText, passphrase: text })),
  'import.apply': fromScreen(z.strictObject({ digest: id, replace: z.array(id).check(z.maxLength(5_000)) })),
  'import.cancel': fromScreen(none),
  'callback.remove': fromScreen(z.strictObject({ id })),
  'secret.wanted': fromScreen(none),
  'secret.keep': fromScreen(z.strictObject({ profileId: id, secret: text })),
  'secret.skip': fromScreen(none),
  'secret.forget': fromScreen(z.strictObject({ profileId: z.nullable(id) })),
  'draft.write': fromScreen(z.strictObject({ window: id, key: id, draft: profileDraft })),
  'draft.read': fromScreen(z.strictObject({ window: id })),
  'draft.forget': fromScreen(z.strictObject({ key: id })),
  'tab.look': fromScreen(z.strictObject({ tabId })),
  'site.bind': fromScreen(z.strictObject({ tabId, profileId: id, typedHost: z.exactOptional(text) })),
  'site.unbind': fromScreen(z.strictObject({ bindingId: id })),
  'site.acknowledge': fromScreen(z.strictObject({ tabId })),
  'focused.fill': fromScreen(z.strictObject({ tabId, profileId: id, name: copyName })),
  ...authentikRules,
  'page.state': fromPage(
    z.strictObject({ app: name, form: name, basePath, callbacks, filled: z.exactOptional(filled) }),
  ),
  'page.plan': fromPage(
    z.strictObject({ app: name, form: name, basePath, withoutSecret: z.exactOptional(z.literal(true)) }),
  ),
  'page.fill': fromPage(z.strictObject({ consent: id, fields: z.array(fieldKey).check(z.maxLength(40)), choices })),
  'page.press': fromPage(z.strictObject({ bare: z.boolean(), refused: z.exactOptional(refusal) })),
  'page.unlock': fromPage(z.strictObject({ app: name, form: name, basePath })),
  'page.task': fromPage(z.strictObject({ app: name, form: name, basePath, task: z.enum(['check', 'register']) })),
};
