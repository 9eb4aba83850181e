/** From a preview to its import: what was shown is what is stored, or nothing is. */
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/result';
import { checksum } from '@/vault/crypto';
import { readSessionItem, removeSessionItem, sessionItem, writeSessionItem } from '@/vault/session-items';
import { readVault, updateVault } from '@/vault/store';
import type { Snapshot, Transaction } from '@/vault/transaction';
import { recordsOf, type TransferKinds } from '@/vault/transfer';

export interface KeptImport {
  /** Everything here that the preview compares with. */
  here(snapshot: Snapshot): string;
  /** Keeps what the preview showed, and answers the digest of it and of `here`. */
  keep(here: string, content: string): Promise<Result<string>>;
  /**
   * Takes it over, in one write. Fails with `import-stale` when the vault has changed since, or another preview was
   * made; and as `updateVault` does. The content is forgotten once it is in the vault.
   */
  take<T>(digest: string, work: (transaction: Transaction, content: string) => T): Promise<Result<T>>;
  forget(): Promise<Result<null>>;
}

/**
 * The content is kept as text, since Chromium's storage gives objects back with their keys in another order. It may
 * hold secrets: memory only, and deleted by a lock. Neither it nor a passphrase has to stay on the screen.
 */
export function keptImport(name: string, kinds: TransferKinds): KeptImport {
  const item = sessionItem(name, z.object({ digest: z.string(), content: z.string() }));
  const here = (snapshot: Snapshot): string => JSON.stringify(recordsOf(snapshot, kinds));
  const forget = (): Promise<Result<null>> => removeSessionItem(item);
  return {
    here,
    forget,
    keep: async (shown, content) => {
      const digest = await digestOf(shown, content);
      const kept = await writeSessionItem(item, { digest, content });
      return kept.ok ? ok(digest) : kept;
    },
    take: async (digest, work) => {
      const now = await readVault(here);
      if (!now.ok) return now;
      const kept = await readSessionItem(item);
      if (!kept || digest !== (await digestOf(now.value, kept.content))) return fail('import-stale');
      const taken = await updateVault((transaction) =>
        here(transaction) === now.value ? ok(work(transaction, kept.content)) : fail('import-stale'),
      );
      if (taken.ok) await forget();
      return taken;
    },
  };
}

function digestOf(here: string, content: string): Promise<string> {
  return checksum(JSON.stringify([here, content]));
}
