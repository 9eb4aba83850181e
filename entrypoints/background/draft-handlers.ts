/** Keeps what is being typed in every form, for the window it is typed in, or the next one once that window is closed. */
import * as z from 'zod/mini';
import { fail } from '@/lib/result';
import { openWindows } from '@/messaging/open-windows';
import type { Handlers } from '@/messaging/registry';
import { profileDraft } from '@/messaging/schemas';
import { changeSessionItem, sessionItem } from '@/vault/session-items';
import { vaultState } from '@/vault/vault';

const keptSchema = z.object({ key: z.string(), window: z.string(), draft: profileDraft });

/** The one typed in last comes last. May hold client secrets and API tokens: memory only, and deleted by a lock. */
const draftsItem = sessionItem('drafts', z.array(keptSchema));

/** With the longest texts a form takes, still a third of what the browsers allow a session. */
const atMost = 20;

export const draftHandlers = {
  'draft.write': async (kept) => {
    // Written by a popup that was still open when the vault was locked, or reset, it would outlive that.
    const state = await vaultState();
    if (state !== 'unlocked' && state !== 'open') return fail('vault-locked');
    return changeSessionItem(draftsItem, (all = []) => ({
      next: [...all.filter(({ key }) => key !== kept.key), kept].slice(-atMost),
      result: null,
    }));
  },

  'draft.read': async ({ window }) => {
    const open = await openWindows();
    return changeSessionItem(draftsItem, (all) => {
      const next = all?.map((kept) => (open.has(kept.window) ? kept : { ...kept, window }));
      const own = next?.filter((kept) => kept.window === window) ?? [];
      return { next, result: { drafts: own.map(({ key, draft }) => ({ key, draft })) } };
    });
  },

  'draft.forget': ({ key: forgotten }) =>
    changeSessionItem(draftsItem, (all = []) => {
      const left = all.filter(({ key }) => key !== forgotten);
      return { next: left.length > 0 ? left : undefined, result: null };
    }),
} satisfies Partial<Handlers>;
