/** Everything one running stand-in of Openlane remembers. */
import type { Backchannel, Stored, Write } from '../standin.ts';
import type { HealthCheck } from './health-check.ts';
import { defaultPage, type PageOptions } from './options.ts';

/** What the badge says, without the moment in which a check is running. */
export type Health = 'healthy' | 'needs-attention' | 'unknown';

export type StoredKey = 'base_url' | 'api_token' | 'primary_directory' | 'disable_group_sync' | 'filter';

export interface OpenlaneOptions {
  backchannel: Backchannel;
  /** Defaults of every page view; the page's address can change them. */
  page?: Partial<PageOptions>;
  /** An Authentik instance that was connected before; its base URL and token at least. */
  installed?: { base_url: string; api_token: string } & Partial<Record<StoredKey, Stored>>;
  /** How the back end makes authentik's addresses; default `glues`, the stricter one. */
  backEnd?: HealthCheck['backEnd'];
  /**
   * Whether Save keeps a connection whose check fails (`kept`, the default: the badge then needs attention), or refuses
   * it with an error and keeps what was there (`checked`, as released back ends do).
   */
  saving?: 'kept' | 'checked';
  /** `unknown` makes every check end without a result. */
  checks?: 'real' | 'unknown';
  /** Further hosts that show the same app, for instance a look-alike. */
  moreHosts?: readonly string[];
}

export interface Installation {
  id: string;
  definitionId: string;
  credentialRef: string;
  credentials: Record<string, unknown>;
  userInput: Record<string, unknown>;
  /** By operation; only in the second module line. */
  operationConfig: Record<string, Record<string, unknown>>;
  /** Null before the first check. */
  health: Health | null;
  /** The back end's own words about a failed check. */
  reason: string | null;
}

export const presses = [
  'submit',
  'save',
  'saveCredentials',
  'saveSettings',
  'healthCheck',
  'switch',
  'disconnect',
  'primary',
] as const;
export type Press = (typeof presses)[number];

export interface State {
  readonly backchannel: Backchannel;
  readonly page: PageOptions;
  readonly backEnd: HealthCheck['backEnd'];
  readonly saving: 'kept' | 'checked';
  readonly checks: 'real' | 'unknown';
  readonly installations: Installation[];
  readonly writes: Write[];
  readonly presses: Record<Press, number>;
  lastError: string | null;
}

export const openlaneHost = 'openlane.company';

export function freshState(options: OpenlaneOptions): State {
  return {
    backchannel: options.backchannel,
    page: { ...defaultPage, ...options.page },
    backEnd: options.backEnd ?? 'glues',
    saving: options.saving ?? 'kept',
    checks: options.checks ?? 'real',
    installations: [],
    writes: [],
    presses: {
      submit: 0,
      save: 0,
      saveCredentials: 0,
      saveSettings: 0,
      healthCheck: 0,
      switch: 0,
      disconnect: 0,
      primary: 0,
    },
    lastError: null,
  };
}
