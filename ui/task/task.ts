/** What a page of Latchkey's own is to do at authentik, as its address says: `#import=…`, `#create=7`. */
import { browser } from 'wxt/browser';

export type Task =
  /** At this authentik, or at one that is yet to be connected. */
  { name: 'connect'; baseUrl?: string; byToken: boolean } | { name: 'unknown' };

/** The task in the address; anything else is `unknown`. */
export function taskIn(hash: string): Task {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const baseUrl = given.get('connect');
  if (baseUrl === null) return { name: 'unknown' };
  const byToken = given.get('by') === 'token';
  return { name: 'connect', byToken, ...(URL.canParse(baseUrl) && { baseUrl }) };
}

/** Opens the task in a tab of its own, beside the current one. */
export async function openTask(task: Record<string, string>): Promise<void> {
  const [current] = await browser.tabs.query({ active: true, currentWindow: true });
  const page = new URL(browser.runtime.getURL('/authentik.html'));
  page.hash = new URLSearchParams(task).toString();
  await browser.tabs.create({ url: page.href, ...(current && { index: current.index + 1 }) });
}
