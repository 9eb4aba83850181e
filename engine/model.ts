/** What the engine's functions hand to one another, to the panel and, as plain data, to the popup. */
import type { Choice, Field, FieldKey, Form, NoticeId, Recipe } from '@/recipes/schema';

/** A form of an app, found on this page. Holds live elements: never keep it over a route change. */
export interface Recognition {
  recipe: Recipe;
  /** With its variant merged in. */
  form: Form;
  /** Absent for the form itself. */
  variant?: string;
  /** The block the recipe may touch. */
  block: Element;
  /** Path the app lives under, with a slash at both ends; `/` at the root of the host. */
  basePath: string;
}

/** What was found for one field of the form. */
export type Located =
  | { state: 'found'; field: Field; element: HTMLElement }
  | { state: 'missing'; field: Field }
  | { state: 'ambiguous'; field: Field; count: number }
  | { state: 'managed'; field: Field; element: HTMLElement }
  /** The field is there, but as another kind of control than the recipe knows, such as a choice list: never operated. */
  | { state: 'unfit'; field: Field; element: HTMLElement }
  /** A secret whose box shows it as text now: nothing is written while it does. */
  | { state: 'exposed'; field: Field; element: HTMLElement };

/** A value as the page holds it: text, items of a list, or a switch. A secret is never read. */
export type FieldValue = string | string[] | boolean;

/** One field as it stands on the page now; plain data, safe to send to the background. */
export interface Reading {
  key: FieldKey;
  state: Located['state'];
  /** The value now; absent for secrets, and for fields that are not there. */
  now?: FieldValue;
  /** For a secret: its box is open and not empty. False after our fill means the page has thrown it away again. */
  holdsSecret?: boolean;
}

/** The page as it stands: what a form holds, in plain data. */
export interface PageLook {
  app: string;
  form: string;
  variant?: string;
  /** A step has still to reveal the fields: what is missing now is still to come. */
  isClosed?: true;
  /** The page's own origin, for values built from it; whoever decides about origins takes the browser's word instead. */
  origin: string;
  basePath: string;
  readings: Reading[];
  method?: { now: string; nowLabel: string; isWanted: boolean };
  callbacks: Callback[];
  /** What else is to be said about this page. */
  notices: NoticeId[];
  /** The page's own name for its Save button, at most 60 characters, hostile text. */
  saveName?: string;
}

/** A page that is no form to be filled now, though its app is known. */
export interface PageNotice {
  app: string;
  notices: NoticeId[];
}

/** A redirect URI to be registered in authentik, and how it was learnt. Hostile text when `how` is `read`. */
export interface Callback {
  url: string;
  how: 'read' | 'computed' | 'fixed';
  /** What is odd about it: other origin or folder than the page, or a host that is not on the app's list. */
  warning?: 'not-https' | 'other-origin' | 'other-folder' | 'foreign-host';
  /** How authentik is to compare it; exactly, when absent. */
  matching?: 'regex';
  /** What authentik is to accept it for; the authorization, when absent. */
  kind?: 'logout';
}

/** Non-secret values for one fill, as the background derives them from a profile. */
export type { ProfileValues, SecretName } from '@/lib/profile-values';

export type FieldWarning = 'dot-in-host' | 'at-most-255' | 'server-ignores' | 'not-public-https' | 'replaces-value';

/** One line of the preview. */
export interface PlanRow {
  key: FieldKey;
  /**
   * change: will be written when ticked. same: holds the value already. left: the administrator's own.
   * absent: not on this version. ambiguous and managed: not touched, and said so. missing: a needed field is not there. exposed: a secret shown as
   * text, which has to be hidden first. later: on another step of the page.
   */
  state: 'change' | 'same' | 'left' | 'absent' | 'missing' | 'ambiguous' | 'managed' | 'exposed' | 'later';
  now?: FieldValue;
  /** What will be written; absent for a secret. */
  next?: FieldValue;
  isSecret: boolean;
  ticked: boolean;
  warnings: FieldWarning[];
  /** Items of a list the app holds beyond ours; each can be ticked to be removed. */
  extras: string[];
  removeExtras: boolean;
}

/** The preview: rows in fill order and the choices that shape them. */
export interface Plan {
  rows: PlanRow[];
  choices: { choice: Choice; value: string }[];
}

export type Outcome =
  | 'filled'
  | 'already-right'
  | 'left-for-you'
  | 'not-on-this-version'
  | 'ambiguous'
  | 'refused-by-page'
  | 'managed-by-server';

export interface FieldReport {
  key: FieldKey;
  outcome: Outcome;
  /** Why, where the outcome alone does not say it. */
  because?: 'saves-at-once' | 'exposed' | 'no-secret' | 'other-step' | 'lost';
}

export interface FillReport {
  fields: FieldReport[];
  callbacks: Callback[];
  /** Fields whose value can still be put back. */
  restorable: FieldKey[];
}

/** What a fill changed, kept in the page script's memory until navigation or Save; never holds a secret. */
export interface Undo {
  values: { key: FieldKey; before: FieldValue; wrote: FieldValue }[];
  /** A secret was written: it cannot be put back. */
  secret: boolean;
  /** The sign-in method before Latchkey switched it. */
  method?: string;
}
