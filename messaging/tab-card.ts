/** What the popup is told of the current tab. Types only. */
import type { OpenRecord } from '@/authentik/model';
import type { Callback, Plan } from '@/engine/model';
import type { NoticeId } from '@/recipes/schema';
import type { Binding } from '@/sites/schema';
import type { Refusal } from './page-protocol';

/** What the popup shows for the current tab. */
export type TabCard = TabSight & {
  /** Why the last press in the page did not count. */
  refused?: Refusal;
};

type TabSight =
  | { kind: 'unreachable' }
  | { kind: 'unrecognised'; origin: string }
  | AuthentikSight
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
      /** What the form's values come from in authentik. */
      needs: 'provider' | 'api-token';
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

/** A page of authentik's own. */
export interface AuthentikSight {
  kind: 'authentik';
  origin: string;
  host: string;
  /** Why it is not taken for one that can be connected; absent when it can. */
  problem?: 'signed-out' | 'foreign-base' | 'not-https';
  baseUrl: string;
  isConnected: boolean;
  granted: boolean;
  /** The provider or application that the page shows. */
  open?: OpenRecord;
}

export interface Candidate {
  profileId: string;
  plan: Plan;
  /** The page holds another client ID than this profile. */
  otherClientId: boolean;
  /** Its secret is kept nowhere, so Latchkey asks for it at the fill. */
  asksSecret?: true;
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
