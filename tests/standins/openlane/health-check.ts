/** What the back end asks authentik with the saved token; page sheet openlane.md, "Token facts" and "Base URL rule". */
import type { Backchannel } from '../standin.ts';

export interface HealthCheck {
  backchannel: Backchannel;
  baseUrl: string;
  token: string;
  /** Older back ends glue the API's path onto the saved text; the newest joins paths and adds a missing https. */
  backEnd: 'glues' | 'joins';
  /** Whether to go on to the directory itself, as the sync after a connection does. */
  directory: 'none' | 'users' | 'users-and-groups';
}

/** Null when everything was answered; else the back end's own words, and the reason behind them. */
export type Complaint = { summary: string; reason: string } | null;

type Step = [path: string, summary: string];

const me: Step = ['/core/users/me/', 'authentik: health check failed'];
const system: Step = ['/admin/system/', 'authentik: health check failed'];
const brand: Step = ['/core/brands/?default=true&page_size=1', 'authentik: brand fetch failed'];
const users: Step = ['/core/users/?page=1&page_size=100', 'authentik: directory users fetch failed'];
const groups: Step = [
  '/core/groups/?page=1&page_size=100&include_users=true',
  'authentik: directory groups fetch failed',
];

/** The calls are made one after another and end at the first that fails. The token is in no answer. */
export async function checkHealth(check: HealthCheck): Promise<Complaint> {
  for (const [path, summary] of stepsOf(check)) {
    const reason = await call(check, path);
    if (reason !== null) return { summary, reason: `${summary}: ${reason}` };
  }
  return null;
}

function stepsOf({ backEnd, directory }: HealthCheck): Step[] {
  return [
    me,
    system,
    ...(backEnd === 'joins' ? [brand] : []),
    ...(directory === 'none' ? [] : [users]),
    ...(directory === 'users-and-groups' ? [groups] : []),
  ];
}

/** Why this call gave nothing to work with, or null. */
async function call({ backchannel, baseUrl, token, backEnd }: HealthCheck, path: string): Promise<string | null> {
  const address = backEnd === 'glues' ? `${baseUrl}/api/v3${path}` : joined(baseUrl, path);
  let response: Response;
  let text: string;
  try {
    response = await backchannel(address, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    });
    text = await response.text();
  } catch {
    // The error's own words are not passed on: for a header that cannot be sent they hold the token.
    return `"${address}" cannot be reached`;
  }
  const detail = detailIn(text);
  if (!response.ok) return `status ${response.status} from "${address}"${detail === null ? '' : `: ${detail}`}`;
  return isJson(text) ? null : `"${address}" did not answer with JSON`;
}

function joined(baseUrl: string, path: string): string {
  const text = /^https?:\/\//i.test(baseUrl) ? baseUrl : `https://${baseUrl}`;
  return `${text.replace(/\/+$/, '')}/api/v3${path}`;
}

function isJson(text: string): boolean {
  return parse(text) !== undefined;
}

function detailIn(text: string): string | null {
  const answer = parse(text);
  if (typeof answer !== 'object' || answer === null || !('detail' in answer)) return null;
  return typeof answer.detail === 'string' ? answer.detail : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
