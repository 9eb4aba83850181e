/** Every message between Latchkey's parts: who sends it, its data and its answer. Types only. */
import type { Callback, FieldReport, PageLook, PageNotice, Plan, ProfileValues, SecretName } from '@/engine/model';
import type { Failure, Result } from '@/lib/result';
import type { FieldMessage, Instance, ProfileDraft, ProfileSummary } from '@/profiles/schema';
import type { FieldKey, NoticeId } from '@/recipes/schema';
import type { Binding, CapturedCallback } from '@/sites/schema';

export type VaultStatus = {
  /** none: set-up not done yet. open: the mode without a passphrase, nothing secret is kept. */
  state: 'none' | 'locked' | 'unlocked' | 'open';
  /** Why no passphrase will unlock it, as far as that can be seen without one. */
  trouble?: Failure;
};

/** When the vault locks by itself. */
export interface AutoLock {
  /** Without use; null is only when the browser closes. */
  minutes: 1 | 5 | 15 | 60 | null;
  /** Also with the computer's screen. */
  onSystemLock: boolean;
}

/** What the vault's entries are, in the screens' words. */
export type EntryKind = 'instance' | 'profile' | 'binding' | 'callback' | 'setting' | 'unknown';

/** What can be read of a vault that is not whole any more, and what cannot. */
export interface VaultDamage {
  /** The list of entries was damaged and made anew: removed ones may be back. */
  isRebuilt: boolean;
  whole: { kind: EntryKind; name: string }[];
  /** newer: written by a later Latchkey, and kept for it. `knownBy`: what else tells which one it was. */
  lost: { kind: EntryKind; state: 'damaged' | 'newer'; knownBy: string[] }[];
}

/** Everything the screens list; no secret in it. */
export interface Shelf {
  instances: Instance[];
  profiles: ProfileSummary[];
  bindings: Binding[];
  callbacks: CapturedCallback[];
}

/** Why a press on the button or in the panel did not count. */
export type Refusal = 'too-soon' | 'not-in-front' | 'hidden' | 'covered' | 'cursor';

/** What the popup shows for the current tab. */
export type TabCard = TabSight & {
  /** Why the last press in the page did not count. */
  refused?: Refusal;
};

type TabSight =
  | { kind: 'unreachable' }
  | { kind: 'unrecognised'; origin: string }
  /** A page of a known app that is not filled, and why. */
  | { kind: 'declined'; origin: string; host: string; app: string; appName: string; notices: NoticeId[] }
  | {
      kind: 'recognised';
      origin: string;
      /** Host as the address bar must show it: punycode, with its port. */
      host: string;
      app: string;
      appName: string;
      form: string;
      basePath: string;
      tried: 'real front end' | 'not tried on the live page';
      /** private-http needs one acknowledgement per site; public-http is never filled. */
      transport: 'https' | 'private-http' | 'public-http';
      acknowledged: boolean;
      /** The browser lets Latchkey run on this origin by itself. */
      granted: boolean;
      binding?: Binding;
      suggestion?: { profileId: string; why: 'bound' | 'client-id' | 'callback' | 'name' };
      /** Every profile with what would change here and what speaks against it. */
      candidates: Candidate[];
      method?: { nowLabel: string; wantedLabel: string };
      callbacks: Callback[];
      /** What else is to be said about the page. */
      notices: NoticeId[];
    };

export interface Candidate {
  profileId: string;
  plan: Plan;
  /** The page holds another client ID than this profile. */
  otherClientId: boolean;
  /** Origins where this profile is bound already. */
  boundElsewhere: string[];
  /** authentik's page for API tokens. */
  tokensPage?: string;
  /**
   * Hosts that exclude this one: those of a client's known redirect URIs, or those where the app has been given this API
   * token so far. Binding stops until the page's host is typed.
   */
  knownHosts?: string[];
}

/** Values that may be copied or put into one focused field, by name; no secret. */
export type CopyName = Exclude<keyof ProfileValues, 'tokens_page'> | 'scopes_comma' | 'scopes_lines';

/** From the popup, the options page and the unlock window to the background. */
export interface ScreenMessages {
  'vault.status': () => VaultStatus;
  'vault.create': (data: { mode: 'encrypted'; passphrase: string } | { mode: 'no-secrets' }) => Result<VaultStatus>;
  'vault.unlock': (data: { passphrase: string }) => Result<VaultStatus>;
  'vault.lock': () => Result<VaultStatus>;
  /** Wraps the vault's key anew; nothing is lost when the current passphrase is wrong. */
  'vault.changePassphrase': (data: { current: string; next: string }) => Result<null>;
  /** Removes everything, without a passphrase: the user has confirmed it. */
  'vault.reset': () => Result<VaultStatus>;
  'vault.readAutoLock': () => Result<AutoLock>;
  'vault.changeAutoLock': (data: AutoLock) => Result<null>;
  /** Null while everything can be read. */
  'vault.damage': () => Result<VaultDamage | null>;
  /** Goes on with what can be read: removes what is damaged, keeps what came back with a list made anew. */
  'vault.goOn': () => Result<null>;
  'shelf.read': () => Result<Shelf>;
  /** Checks a draft without saving it: messages for its fields, and base URL and slug as they were understood. */
  'profile.check': (
    data: ProfileDraft,
  ) => Result<{ messages: FieldMessage[]; understood?: { baseUrl: string; slug?: string } }>;
  /** Saves when nothing stops it; else the messages. */
  'profile.save': (data: ProfileDraft) => Result<{ profile: ProfileSummary } | { messages: FieldMessage[] }>;
  'profile.duplicate': (data: { id: string }) => Result<{ profile: ProfileSummary }>;
  /** Removes the profile and its bindings; `profile.undo` brings them back until the next removal or lock. */
  'profile.remove': (data: { id: string }) => Result<{ name: string }>;
  'profile.undo': () => Result<{ profile: ProfileSummary }>;
  /** Derived values for copying. */
  'profile.values': (data: { id: string }) => Result<Partial<Record<CopyName, string>>>;
  'callback.remove': (data: { id: string }) => Result<null>;
  'draft.write': (data: { draft: ProfileDraft | null }) => Result<null>;
  'draft.read': () => Result<{ draft: ProfileDraft | null }>;
  /** Looks at a tab, injecting the page script where it is not there yet and the browser allows it. */
  'tab.look': (data: { tabId: number }) => Result<TabCard>;
  /** Binds the tab's origin, base path, app and form to a profile; `typedHost` answers the look-alike stop. */
  'site.bind': (data: { tabId: number; profileId: string; typedHost?: string }) => Result<{ binding: Binding }>;
  'site.unbind': (data: { bindingId: string }) => Result<null>;
  'site.acknowledge': (data: { tabId: number }) => Result<null>;
  /** Puts one non-secret value into the field that has the focus in that tab. */
  'focused.fill': (data: { tabId: number; profileId: string; name: CopyName }) => Result<null>;
}

/** From the script in a page to the background; nothing else is accepted from there. */
export interface PageMessages {
  /** What this page is; the answer says only whether to show the button. Also brings the outcome of a fill. */
  'page.state': (data: {
    app: string;
    form: string;
    basePath: string;
    callbacks: Callback[];
    /** After a fill: the consent it used and how each field ended. */
    filled?: { consent: string; fields: FieldReport[] };
  }) => { button: boolean };
  /** Opens the preview: the non-secret values for this form and a consent for this document, 30 s, once. */
  'page.plan': (data: { app: string; form: string; basePath: string }) => Result<{
    values: ProfileValues;
    choices: Record<string, string>;
    /** The secrets the profile holds; a field for another one is left to the administrator. */
    secrets: SecretName[];
    consent: string;
  }>;
  /** Spends the consent: the secrets for the named fields, and nothing more. */
  'page.fill': (data: { consent: string; fields: FieldKey[]; choices: Record<string, string> }) => Result<{
    secrets: Partial<Record<FieldKey, string>>;
  }>;
  /**
   * The guard's look at a press on a button that leads to values. While `bare`, everything on the page takes the pointer,
   * so that nothing which lets presses through hides from the hit test; `refused` is said by the badge and the popup.
   */
  'page.press': (data: { bare: boolean; refused?: Refusal }) => Result<null>;
  /** Asks for Latchkey's own unlock window; the page hears `tab.unlocked` when it is done. */
  'page.unlock': () => Result<null>;
}

/** From the background to the script in one page. */
export interface TabMessages {
  'tab.read': () => PageLook | PageNotice | { nothing: true };
  /** Bindings, lock state or permission changed: ask for the state again. */
  'tab.refresh': () => null;
  /** The vault was locked: take what came from it off the screen. */
  'tab.locked': () => null;
  /** The vault was unlocked on this page's request: open the preview. */
  'tab.unlocked': () => null;
  'tab.put': (data: { text: string }) => boolean;
}

export type Messages = ScreenMessages & PageMessages & TabMessages;
