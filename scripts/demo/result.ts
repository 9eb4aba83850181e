/** What a run of the demo found out, in the shape of `--json`, and as one line per app. */
import type { Stored } from '../../tests/standins/standin.ts';
import type { Beginning } from './connect.ts';
import type { DemoApp } from './world.ts';

/** Every key a field may have in the file: what serves a login, and no switch of an app's own. */
export const resultKeys = [
  'method',
  'client_id',
  'client_secret',
  'api_token',
  'base_url',
  'issuer',
  'authorization',
  'token',
  'userinfo',
  'jwks',
  'end_session',
  'scopes',
  'redirect_uri',
  'user_identifier',
  'claim',
  'button_text',
  'secret_expiry',
];

export interface FieldResult {
  key: string;
  outcome: string;
  /** What the app keeps after the administrator's Save; of a secret only whether it is the right one. */
  stored: Stored | { matches: boolean };
}

export interface AppResult {
  app: DemoApp;
  fields: FieldResult[];
  callbacks: { url: string; how: string }[];
  clicks: number;
  typed: number;
  saves_by_extension: number;
  /** Only from scratch: presses that are none of Latchkey's, and the browser's question, which the test build is spared. */
  apart?: { opening_steps: number; own_switch: number; site_prompts: number };
  /** `healthy` where there is no login: the app's own check of its connection. */
  login: 'ok' | 'healthy' | 'failed';
  /** In the app's or the provider's own words. */
  error: string | null;
}

export interface DemoResult {
  setup: { authentik: string; apps: Record<string, { slug: string | null; client_id: string | null; user: string }> };
  apps: AppResult[];
  /** Only from scratch: what was done once, before the first app. */
  once?: Beginning;
}

const settled = new Set(['filled', 'already-right']);
/** Rows that are no value of the form: they do not count in "9/9". */
const notCounted = new Set(['left-for-you', 'not-on-this-version']);

/** One line: `portainer   9/9 filled   scopes "email openid profile"   callback https://…   login ok as jane`. */
export function lineFor(result: AppResult, user: string): string {
  const counted = result.fields.filter((field) => field.key !== 'method' && !notCounted.has(field.outcome));
  const done = counted.filter((field) => settled.has(field.outcome)).length;
  const scopes = result.fields.find((field) => field.key === 'scopes');
  const columns = [
    result.app.padEnd(9),
    `${done}/${counted.length} filled`,
    ...(scopes ? [`scopes ${JSON.stringify(scopes.stored)}`] : []),
    `callback ${result.callbacks.map((callback) => callback.url).join(' and ') || 'none'}`,
    endOf(result, user),
    ...(result.apart ? [countsOf(result, result.apart)] : []),
  ];
  if (result.saves_by_extension > 0) columns.push(`${result.saves_by_extension} SAVES BY THE EXTENSION`);
  return columns.join('   ');
}

/** From scratch, from the recognised page to the app's Save. */
const mostClicks = 6;

function countsOf({ clicks, typed }: AppResult, apart: NonNullable<AppResult['apart']>): string {
  const own = `${apart.opening_steps} to open, ${apart.own_switch} own switch, ${apart.site_prompts} site prompt`;
  return `${clicks} clicks, ${typed} typed   (apart: ${own})`;
}

/** What was done once, in one line. */
export function lineOfBeginning({ vault, connection, sign_in: signIn }: Beginning): string {
  const words = (name: string, { clicks, typed }: { clicks: number; typed: number }) =>
    `${name} ${clicks} clicks, ${typed} typed`;
  return `once        ${words('vault', vault)}   ${words('connection', connection)}   ${words("authentik's own sign-in", signIn)}`;
}

function endOf({ login, error }: AppResult, user: string): string {
  if (login === 'ok') return `login ok as ${user}`;
  return login === 'healthy' ? 'healthy' : `login FAILED: ${error ?? 'no reason given'}`;
}

/**
 * A run is good when every app logs in, everything planned was filled, and the extension saved nothing; from scratch,
 * when nothing was typed and the clicks were few, too.
 */
export function isGood(result: AppResult): boolean {
  const refused = result.fields.some((field) => field.outcome === 'refused-by-page' || field.outcome === 'ambiguous');
  const isShort = result.apart === undefined || (result.clicks <= mostClicks && result.typed === 0);
  const isFilled = result.saves_by_extension === 0 && result.fields.length > 0 && !refused;
  return result.login !== 'failed' && isFilled && isShort;
}
