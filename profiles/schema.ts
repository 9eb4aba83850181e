/** What an instance and a profile are, parsed on every read, and what a profile's form holds. */
import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1));
const text = z.string();

/** One authentik. `baseUrl` has its sub-path and no final slash. */
export const instanceSchema = z.object({
  id,
  name: text,
  baseUrl: text,
  issuerMode: z.enum(['per_provider', 'global']),
});

/** Rises by one with every change of the stored secret, and with nothing else; absent before the first. */
const secretRevision = z.optional(z.number());

const oidcClientSchema = z.object({
  kind: z.literal('oidc-client'),
  id,
  /** Rises by one with every change of a value that is filled into pages. */
  revision: z.number(),
  secretRevision,
  instanceId: id,
  name: text,
  slug: text,
  clientId: text,
  /** Absent in the mode that keeps no secrets. */
  clientSecret: z.optional(text),
  scopes: z.array(text),
  /** Redirect URIs authentik is known to accept for this client; may be empty. */
  redirectUris: z.array(text),
});

/** An API token of a service account, for apps that read authentik's directory; it belongs to no application. */
const apiTokenSchema = z.object({
  kind: z.literal('api-token'),
  id,
  revision: z.number(),
  secretRevision,
  instanceId: id,
  name: text,
  /** Absent in the mode that keeps no secrets. */
  token: z.optional(text),
});

export const profileSchema = z.discriminatedUnion('kind', [oidcClientSchema, apiTokenSchema]);

export type Instance = z.infer<typeof instanceSchema>;
export type OidcClient = z.infer<typeof oidcClientSchema>;
export type ApiToken = z.infer<typeof apiTokenSchema>;
export type Profile = z.infer<typeof profileSchema>;

/** A profile as screens see it: never with its secret. */
export type ProfileSummary = (Omit<OidcClient, 'clientSecret'> | Omit<ApiToken, 'token'>) & { hasSecret: boolean };

/** What the profile form holds, as typed; kept as a draft until it is saved. */
export interface ProfileDraft {
  id?: string;
  kind: Profile['kind'];
  name: string;
  /** Any address of the authentik: base URL, issuer, discovery URL, endpoint or admin page. */
  address: string;
  instanceName: string;
  issuerMode: 'per_provider' | 'global';
  slug: string;
  clientId: string;
  /** Empty when editing means: keep the stored one. */
  clientSecret: string;
  /** Only for an API token; empty when editing means: keep the stored one. */
  apiToken: string;
  /** Separated by blanks, as typed. */
  scopes: string;
  /** One per line, as typed. */
  redirectUris: string;
  /** What the form of a stored profile started with; left out by a new one. */
  from?: ProfileStart;
}

/** What of a form is no secret, as text. */
export type ProfileTexts = Pick<
  ProfileDraft,
  'name' | 'address' | 'instanceName' | 'issuerMode' | 'slug' | 'clientId' | 'scopes' | 'redirectUris'
>;

/** What a form starts with: the texts, and of the secret only which one it was, 0 before the first change. */
export type ProfileStart = ProfileTexts & { secretRevision: number };

export type ProfileField = Exclude<keyof ProfileDraft, 'id' | 'kind' | 'from'>;

/** What an import would change in a profile that is here; of a secret only that it changes, or is the first one. */
export type FieldChange =
  | { field: Exclude<ProfileField, 'clientSecret' | 'apiToken'>; now: string; next: string }
  | { field: 'clientSecret' | 'apiToken'; isFirst: boolean };

/** Why a profile of a file is not taken: its authentik is missing, it is none that could be saved, or it is there twice. */
export type LeftOutProfile = 'incomplete' | 'unsound' | 'twice';

/** Why a client of an authentik is none: without an application it has no slug, and a public one has no secret. */
export type LeftOutClient = LeftOutProfile | 'no-application' | 'public-client';

/** A message under a field: a key of `locales`, its substitutions, and whether it stops the save. */
export interface FieldMessage {
  field: ProfileField;
  level: 'error' | 'warning' | 'note';
  /** `field.<code>` in `locales`. */
  code: string;
  substitutions?: string[];
  /** For a duplicate: the profile that can be opened instead. */
  openProfileId?: string;
  /** For a secret that another window has saved: which one that is. */
  secretRevision?: number;
}
