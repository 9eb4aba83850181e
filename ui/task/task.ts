/** What a page of Latchkey's own is to do at authentik, as its address says: `#import=…`, `#create=7`. */
import { browser } from 'wxt/browser';
import type { OpenRecord } from '@/authentik/model';
import type { CheckTarget } from '@/messaging/check-report';

export type Task =
  /** At this authentik, or at one that is yet to be connected. */
  | { name: 'connect'; baseUrl?: string; byToken: boolean }
  /** Profiles from its clients; `open` is what its own page showed. */
  | { name: 'import'; baseUrl?: string; open?: OpenRecord }
  /** `at`: to begin with the callback. */
  | { name: 'check'; target: CheckTarget; at?: 'callback' }
  /** For the app in this tab: a service account, and an API token of it. */
  | { name: 'create-token'; tabId: number }
  /** A client for the page of this tab. */
  | { name: 'create'; baseUrl?: string; tabId: number }
  | { name: 'unknown' };

/** The task in the address; anything else is `unknown`. */
export function taskIn(hash: string): Task {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const connect = given.get('connect');
  if (connect !== null) return { name: 'connect', byToken: given.get('by') === 'token', ...baseIn(connect) };
  const tabId = given.get('create') ?? '';
  if (/^\d{1,15}$/.test(tabId)) return { name: 'create', tabId: Number(tabId), ...baseIn(given.get('at') ?? '') };
  const from = given.get('import');
  if (from !== null) return { name: 'import', ...baseIn(from), ...openIn(given) };
  return checkIn(given) ?? tokenIn(given) ?? { name: 'unknown' };
}

function baseIn(text: string): { baseUrl?: string } {
  return URL.canParse(text) ? { baseUrl: text } : {};
}

function openIn(given: URLSearchParams): { open?: OpenRecord } {
  const provider = Number(given.get('provider') ?? Number.NaN);
  const application = given.get('application');
  if (Number.isInteger(provider)) return { open: { provider } };
  return application === null ? {} : { open: { application } };
}

/** `#create-token=7` for the app in that tab. */
function tokenIn(given: URLSearchParams): Task | undefined {
  const tab = given.get('create-token') ?? '';
  return /^\d+$/.test(tab) ? { name: 'create-token', tabId: Number(tab) } : undefined;
}

/** `#check=7` for the page in that tab, `#check-binding=…` for a site. */
function checkIn(given: URLSearchParams): Task | undefined {
  const at = given.get('at') === 'callback' ? ({ at: 'callback' } as const) : {};
  const [tab, bindingId] = [given.get('check'), given.get('check-binding')];
  if (tab !== null && /^\d+$/.test(tab)) return { name: 'check', target: { tabId: Number(tab) }, ...at };
  return bindingId ? { name: 'check', target: { bindingId }, ...at } : undefined;
}

/** Opens the task in a tab of its own, beside the current one. */
export async function openTask(task: Record<string, string>): Promise<void> {
  const [current] = await browser.tabs.query({ active: true, currentWindow: true });
  const page = new URL(browser.runtime.getURL('/authentik.html'));
  page.hash = new URLSearchParams(task).toString();
  await browser.tabs.create({ url: page.href, ...(current && { index: current.index + 1 }) });
}
