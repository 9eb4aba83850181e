import type { ProfileValues } from '@/engine/model';
import type { Failure, Result } from '@/lib/result';
import type { FieldMessage, Instance, ProfileDraft, ProfileSummary } from '@/profiles/schema';
import type { Binding, CapturedCallback } from '@/sites/schema';
import type { AuthentikMessages } from './authentik-protocol';
import type { PageMessages, TabMessages } from './page-protocol';
import type { TabCard } from './tab-card';
import type { ExportFile, ImportOutcome, ImportPreview } from './transfer';

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
  /** Ids of the profiles whose client their authentik no longer had when it was last read. */
  gone: string[];
  /** Ids of the bindings whose site was last filled with a secret that is not the present one. */
  needsSecret: string[];
  /** Ids of the profiles whose secret was entered for this session, where the vault keeps none. */
  sessionSecrets: string[];
}

/** What is typed in a form and not saved yet; `key` is that form's own, and no other's. */
export interface KeptDraft {
  key: string;
  draft: ProfileDraft;
}

/** The secret that the window is to ask for: whose it is, and which site it is for. */
export interface WantedSecret {
  profileId: string;
  kind: ProfileSummary['kind'];
  name: string;
  appName: string;
  /** Host as the address bar shows it. */
  host: string;
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
  /** Removes the profile and its bindings; `profile.undo` brings them back until the next removal or lock. `adminPage`: where in authentik to go on. */
  'profile.remove': (data: { id: string }) => Result<{ name: string; adminPage?: string }>;
  'profile.undo': () => Result<{ profile: ProfileSummary }>;
  /** Derived values for copying. */
  'profile.values': (data: { id: string }) => Result<Partial<Record<CopyName, string>>>;
  /** The profile's secret, after the passphrase of the vault; nowhere else does a secret reach a screen. */
  'profile.reveal': (data: { id: string; passphrase: string }) => Result<{ secret: string }>;
  /** A file with everything; `passphrase` is the vault's, asked for again, and empty where there is none. */
  'export.make': (
    data: { mode: 'encrypted'; passphrase: string; filePassphrase: string } | { mode: 'plain'; passphrase: string },
  ) => Result<ExportFile>;
  /** What a file would change; stores nothing. `needs`: the file is encrypted, and the passphrase was left empty. */
  'import.preview': (data: { text: string; passphrase: string }) => Result<ImportPreview | { needs: 'passphrase' }>;
  /** Takes over what the preview of this digest has shown, and the changes of those profiles named by their id here. */
  'import.apply': (data: { digest: string; replace: string[] }) => Result<ImportOutcome>;
  /** Forgets the file of the last preview. */
  'import.cancel': () => Result<null>;
  'callback.remove': (data: { id: string }) => Result<null>;
  /** What the window that a page's press opened is to ask for; null when it is for nothing but an unlock. */
  'secret.wanted': () => Result<{ wanted: WantedSecret | null }>;
  /** Keeps a secret for this session when nothing is wrong with it, else the messages; then the page goes on. */
  'secret.keep': (data: { profileId: string; secret: string }) => Result<{ messages: FieldMessage[] }>;
  /** The page that waits is to be filled without the secret. */
  'secret.skip': () => Result<null>;
  /** Forgets the secret that was entered for this profile; null: all of them. */
  'secret.forget': (data: { profileId: string | null }) => Result<null>;
  /** Keeps what is typed in a form of this window in place of what was kept of it, until a lock at the latest. */
  'draft.write': (data: KeptDraft & { window: string }) => Result<null>;
  /** What is kept of this window's forms, the last typed in last; from now on also what closed windows have left. */
  'draft.read': (data: { window: string }) => Result<{ drafts: KeptDraft[] }>;
  'draft.forget': (data: { key: string }) => Result<null>;
  /** Looks at a tab, injecting the page script where it is not there yet and the browser allows it. */
  'tab.look': (data: { tabId: number }) => Result<TabCard>;
  /** Binds the tab's origin, base path, app and form to a profile; `typedHost` answers the look-alike stop. */
  'site.bind': (data: { tabId: number; profileId: string; typedHost?: string }) => Result<{ binding: Binding }>;
  'site.unbind': (data: { bindingId: string }) => Result<null>;
  'site.acknowledge': (data: { tabId: number }) => Result<null>;
  /** Puts one non-secret value into the field that has the focus in that tab. */
  'focused.fill': (data: { tabId: number; profileId: string; name: CopyName }) => Result<null>;
}

export type Messages = ScreenMessages & AuthentikMessages & PageMessages & TabMessages;
