/** Messages about making a client in authentik for the page of a tab; never the value of a secret. Types only. */
import type { Creation, CreationEnd, CreationProposal } from '@/authentik/creation';
import type { Callback } from '@/engine/model';
import type { Failure, Result } from '@/lib/result';
import type { FieldMessage } from '@/profiles/schema';
import type { Trouble } from './authentik-protocol';

/** What would be made in authentik for the page of a tab. */
export interface PageProposal extends CreationProposal {
  app: { name: string; host: string; origin: string; granted: boolean };
  /** Where the redirect URIs come from. */
  callbacks: Callback[];
  /** Shown by the page, too, and not registered, each with its reason. */
  leftOut: Callback[];
  /** False: the vault keeps no secrets, so this one lasts for the session. */
  keepsSecret: boolean;
}

/** How the making of a client ended, and what is left to be done. */
export interface CreateReport {
  /** Absent when nothing was sent. */
  client?: { name: string; slug: string; clientId: string; adminPage: string };
  end:
    | CreationEnd
    /** Nothing was sent: it would be no profile that can be saved. */
    | { is: 'unsound'; messages: FieldMessage[] }
    /** Nothing was sent: the page needs something else now than was shown. */
    | { is: 'page-changed' };
  /** Made in authentik, and then the vault could not store it, or the page could not be bound. */
  left?: { what: 'profile' | 'page'; failure: Failure };
}

/** From Latchkey's own screens to the background. */
export interface CreateMessages {
  /** What would be made for the page of this tab; reads only. */
  'create.propose': (data: { tabId: number; baseUrl: string; job: string }) => Result<PageProposal, Trouble>;
  /** Makes what was shown and confirmed, stores it as a profile, and binds the page to it. */
  'create.make': (data: {
    tabId: number;
    baseUrl: string;
    job: string;
    creation: Creation;
  }) => Result<CreateReport, Trouble>;
  /** Looks again for what was sent last, and goes on from there; `not-found` when there is nothing to go on with. */
  'create.resume': (data: { tabId: number; job: string }) => Result<CreateReport, Trouble>;
}
