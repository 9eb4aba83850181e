import { fail, ok } from '@/lib/result';
import type { Handlers } from '@/messaging/registry';
import { profileDraft } from '@/messaging/schemas';
import { readSessionItem, removeSessionItem, sessionItem, writeSessionItem } from '@/vault/session-items';
import { vaultState } from '@/vault/vault';

/** May hold a client secret or an API token: memory only, and deleted by a lock. */
const draftItem = sessionItem('draft', profileDraft);

export const draftHandlers = {
  'draft.write': async ({ draft }) => {
    if (draft === null) return removeSessionItem(draftItem);
    // Written by a popup that was still open when the vault was locked, or reset, it would outlive that.
    const state = await vaultState();
    const isOpen = state === 'unlocked' || state === 'open';
    return isOpen ? writeSessionItem(draftItem, draft) : fail('vault-locked');
  },

  'draft.read': async () => ok({ draft: (await readSessionItem(draftItem)) ?? null }),
} satisfies Partial<Handlers>;
