/** What the background may know while the vault is locked: origins with a binding, and tabs it was invited to. */
import * as z from 'zod/mini';
import { changeSessionItem, readSessionItem, sessionItem, writeSessionItem } from '@/vault/session-items';

/** Memory only, and no more than the registered page scripts tell anyway: origins, not what is bound to them. */
const originsItem = sessionItem('bound-origins', z.array(z.string()), { survivesLock: true });

/** The origin of each tab that the popup was opened on: `activeTab` is a grant for that origin, until it changes. */
const invitedItem = sessionItem('invited-tabs', z.record(z.string(), z.string()), { survivesLock: true });

/** Keeps the bound origins, so that the button stays on their pages while the vault is locked. */
export async function keepBoundOrigins(origins: string[]): Promise<void> {
  await writeSessionItem(originsItem, origins);
}

export async function keptBoundOrigins(): Promise<string[]> {
  return (await readSessionItem(originsItem)) ?? [];
}

/** Notes that the user has opened Latchkey on this tab while it showed this origin. */
export async function noteInvitation(tabId: number, origin: string): Promise<void> {
  await changeSessionItem(invitedItem, (tabs) => ({ next: { ...tabs, [tabId]: origin }, result: null }));
}

export async function isInvited(tabId: number, origin: string): Promise<boolean> {
  return (await readSessionItem(invitedItem))?.[tabId] === origin;
}

/** Forgets a closed tab. */
export async function forgetInvitation(tabId: number): Promise<void> {
  await changeSessionItem(invitedItem, (tabs = {}) => ({
    next: Object.fromEntries(Object.entries(tabs).filter(([id]) => id !== String(tabId))),
    result: null,
  }));
}
