/** Finds, or opens, a tab with authentik's own page, with Latchkey's script in it. */

import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { interfaceOf } from '@/authentik/admin/read-page';
import type { AdminPage } from '@/authentik/model';
import { ok, type Result } from '@/lib/result';
import { adminRead } from '@/messaging/admin-schemas';
import type { ReachFailure } from '@/messaging/authentik-protocol';
import { askAdmin, type TabTarget } from '@/messaging/client';
import { isGranted } from '@/sites/permissions';
import { inTime } from './in-time';

/** Output of `entrypoints/admin.content.ts`. */
const adminScript = '/content-scripts/admin.js';

/** How long a page may take to load: so many looks, and the milliseconds before each. */
const mostLooks = 80;
const lookEvery = 250;

export interface AdminTab {
  target: TabTarget;
  page: AdminPage;
}

/** A tab that shows this authentik, signed in; opened beside the others where there is none. */
export async function adminTab(baseUrl: string): Promise<Result<AdminTab, ReachFailure>> {
  let failure: ReachFailure = { kind: 'not-granted' };
  for (const tab of await tabsOf(baseUrl)) {
    const read = await readAdminTab(tab);
    if (read.ok && read.value.page.baseUrl === baseUrl) return read;
    if (!read.ok) failure = read.failure;
  }
  if (failure.kind === 'signed-out' || failure.kind === 'foreign-base') return { ok: false, failure };
  return (await isGranted(new URL(baseUrl).origin))
    ? openedTab(baseUrl)
    : { ok: false, failure: { kind: 'not-granted' } };
}

/** What the tab shows, when it is a page of authentik's that Latchkey may look at. */
export async function readAdminTab(tabId: number): Promise<Result<AdminTab, ReachFailure>> {
  const target = await injected(tabId);
  if (!target) return { ok: false, failure: { kind: 'not-granted' } };
  const answer = await inTime(askAdmin(target, 'admin.read'));
  const read = answer?.ok ? z.safeParse(adminRead, answer.value).data : undefined;
  if (!read) return { ok: false, failure: { kind: 'not-authentik' } };
  if (!read.ok) return read;
  // The page's word counts only where it is the browser's, too.
  const url = await addressOf(tabId);
  if (url?.origin !== new URL(read.value.baseUrl).origin) return { ok: false, failure: { kind: 'foreign-base' } };
  return ok({ target, page: read.value });
}

/** Shows this authentik's page to the administrator, whatever is on it. */
export async function showAdminTab(baseUrl: string): Promise<void> {
  const [tabId] = await tabsOf(baseUrl);
  if (tabId === undefined) {
    await browser.tabs.create({ url: adminAddress(baseUrl) });
    return;
  }
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

function adminAddress(baseUrl: string): string {
  return `${baseUrl}/if/admin/`;
}

/** Tabs whose address is of this authentik's web interface, as far as the browser tells; its own pages first. */
export async function tabsOf(baseUrl: string): Promise<number[]> {
  const tabs = await browser.tabs.query({});
  return tabs
    .filter(({ url }) => url?.startsWith(`${baseUrl}/if/`))
    .sort((one, other) => rank(one) - rank(other))
    .flatMap(({ id }) => id ?? []);
}

function rank({ url = '' }: Browser.tabs.Tab): number {
  return ['admin', 'user', 'flow', undefined].indexOf(interfaceOf(new URL(url)));
}

async function openedTab(baseUrl: string): Promise<Result<AdminTab, ReachFailure>> {
  const { id } = await browser.tabs.create({ url: adminAddress(baseUrl), active: false });
  if (id === undefined) return { ok: false, failure: { kind: 'not-authentik' } };
  let read: Result<AdminTab, ReachFailure> = { ok: false, failure: { kind: 'not-authentik' } };
  for (let look = 0; look < mostLooks && !read.ok && isYetToCome(read.failure); look += 1) {
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
    read = await readAdminTab(id);
  }
  if (read.ok && read.value.page.baseUrl !== baseUrl) return { ok: false, failure: { kind: 'foreign-base' } };
  // The origin was granted, so a page that still lets no script in is another one, such as a proxy's.
  return !read.ok && read.failure.kind === 'not-granted' ? { ok: false, failure: { kind: 'not-authentik' } } : read;
}

/** Before its first answer a new tab shows no page, which lets no script in. */
function isYetToCome({ kind }: ReachFailure): boolean {
  return kind === 'not-authentik' || kind === 'not-granted';
}

async function injected(tabId: number): Promise<TabTarget | undefined> {
  try {
    const [script] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: [adminScript],
    });
    const documentId = script?.documentId;
    return { tabId, ...(documentId !== undefined && { documentId }) };
  } catch {
    // No permission for the page, or it is one of the browser's own, such as the one that says there is no network.
    return undefined;
  }
}

async function addressOf(tabId: number): Promise<URL | null> {
  const { url } = await browser.tabs.get(tabId);
  return URL.parse(url ?? '');
}
