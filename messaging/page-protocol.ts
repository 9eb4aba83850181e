/** What the script in a page and the background say to each other: hostile ground, so as little as will do. Types only. */
import type { Callback, FieldReport, PageLook, PageNotice, ProfileValues, SecretName } from '@/engine/model';
import type { Result } from '@/lib/result';
import type { FieldKey } from '@/recipes/schema';

/** Why a press on the button or in the panel did not count. */
export type Refusal = 'too-soon' | 'not-in-front' | 'hidden' | 'covered' | 'cursor';

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
  'page.plan': (data: {
    app: string;
    form: string;
    basePath: string;
    /** Not to ask for a secret that is kept nowhere: its fields are left to the administrator. */
    withoutSecret?: true;
  }) => Result<{
    values: ProfileValues;
    choices: Record<string, string>;
    /** The secrets at hand; a field for another one is left to the administrator. */
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
  /**
   * Asks for Latchkey's own window, for the passphrase or for a secret that is kept nowhere; the page hears `tab.unlocked`
   * or `tab.skipped` when it is done.
   */
  'page.unlock': (data: { app: string; form: string; basePath: string }) => Result<null>;
  /** Opens Latchkey's own page about this one, to check it or to register its callback; the page learns nothing. */
  'page.task': (data: { app: string; form: string; basePath: string; task: 'check' | 'register' }) => Result<null>;
}

/** From the background to the script in one page. */
export interface TabMessages {
  'tab.read': () => PageLook | PageNotice | { nothing: true };
  /** Bindings, lock state or permission changed: ask for the state again. */
  'tab.refresh': () => null;
  /** The vault was locked: take what came from it off the screen. */
  'tab.locked': () => null;
  /** The vault was unlocked, or the secret entered, on this page's request: open the preview. */
  'tab.unlocked': () => null;
  /** The secret was not entered: open the preview without it. */
  'tab.skipped': () => null;
  /** The administrator has bound this page on a page of Latchkey's own, and comes back to it: open the preview. */
  'tab.bound': () => null;
  'tab.put': (data: { text: string }) => boolean;
}
