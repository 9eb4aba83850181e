/** What is to be made in authentik for an app, and how that ended: plain data, so that it can travel. Types only. */
import type { ApiFailure, FieldError, RedirectUri } from './model';

/** Application and provider of one client, as they are shown before they are made; all but client ID and secret. */
export interface Creation {
  /** Of both. */
  name: string;
  slug: string;
  clientType: 'confidential' | 'public';
  /** By id; empty while there is none to choose. */
  authorizationFlow: string;
  /** Not sent to versions that do not know it. */
  invalidationFlow: string;
  /** Null: tokens are signed with HS256. */
  signingKey: string | null;
  subjectMode: string;
  /** Ids of scope mappings. */
  mappings: string[];
  /** Never empty. */
  redirectUris: RedirectUri[];
}

export interface CreationChoices {
  /** Several have the same display name: the slug tells them apart. */
  authorizationFlows: { pk: string; slug: string }[];
  /** Empty for versions that do not know it. */
  invalidationFlows: { pk: string; slug: string }[];
  signingKeys: { pk: string; name: string; isRsa: boolean }[];
  mappings: { pk: string; name: string; scope: string }[];
}

/** What this authentik has none of; the kinds with flows also where there are only unusual ones, none of them chosen. */
export type Lack =
  | { what: 'authorization-flow' | 'invalidation-flow' | 'signing-key' | 'callback' }
  | { what: 'scope'; scope: string };

export interface CreationProposal {
  creation: Creation;
  choices: CreationChoices;
  lacks: Lack[];
}

/** What a field of the answer says is not there any more. */
export type GoneChoice = 'authorization-flow' | 'invalidation-flow' | 'signing-key' | 'scope';

export type CreationEnd =
  /** `differs`: fields that authentik keeps otherwise than they were sent. */
  | { is: 'made'; pk: number; differs: string[] }
  /** Nothing was made; `free` is another one that is not taken, as far as this account may see. */
  | { is: 'taken'; what: 'name' | 'slug'; free: string }
  | { is: 'not-allowed'; to: 'application' | 'provider' | 'unknown'; detail?: string }
  | { is: 'gone'; what: GoneChoice[] }
  /** Refused for another reason. */
  | { is: 'refused'; errors: FieldError[] }
  | { is: 'not-applied'; logs: string[] }
  /** Only one of the two is there. */
  | { is: 'half'; there: 'application' | 'provider' }
  /** Read back, nothing of it is there; `cause`: how the call itself had ended. */
  | { is: 'nothing'; cause?: ApiFailure }
  /** Sent, and then authentik could not be read: it may have been made. */
  | { is: 'unsure'; cause: ApiFailure };
