/** From the preview of a file to its import: what was shown is what is stored, or nothing is. */
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/result';
import type { ImportOutcome, ImportPreview } from '@/messaging/transfer';
import { checksum } from '@/vault/crypto';
import { readSessionItem, removeSessionItem, sessionItem, writeSessionItem } from '@/vault/session-items';
import { readVault, updateVault } from '@/vault/store';
import { recordsOf, type TransferRecord } from '@/vault/transfer';
import { planImport, previewOf, takeOver, transferKinds } from './import-plan';

const recordsSchema = z.array(z.object({ kind: z.string(), data: z.looseObject({ id: z.string() }) }));

/**
 * The records of the last preview, as text, since Chromium's storage gives objects back with their keys in another
 * order. They may hold secrets: memory only, and deleted by a lock.
 */
const fileItem = sessionItem('import', z.object({ digest: z.string(), file: z.string() }));

/** Keeps the records for `applyImport`, so that neither file nor passphrase has to stay on the screen. */
export async function previewImport(
  records: readonly TransferRecord[],
  about: Pick<ImportPreview, 'mode' | 'secretsNotKept'>,
): Promise<Result<ImportPreview>> {
  const read = await readVault((snapshot) => ({
    shown: previewOf(planImport(snapshot, records)),
    here: JSON.stringify(recordsOf(snapshot, transferKinds)),
  }));
  if (!read.ok) return read;
  const file = JSON.stringify(records);
  const digest = await digestOf(read.value.here, file);
  const kept = await writeSessionItem(fileItem, { digest, file });
  return kept.ok ? ok({ digest, ...about, ...read.value.shown }) : kept;
}

/**
 * Takes over the file of that preview, in one write. Fails with `import-stale` when the vault has changed since, or
 * another file was looked at; and as `updateVault` does. The file is forgotten once it is in the vault.
 */
export async function applyImport(digest: string, replace: ReadonlySet<string>): Promise<Result<ImportOutcome>> {
  const here = await readVault((snapshot) => JSON.stringify(recordsOf(snapshot, transferKinds)));
  if (!here.ok) return here;
  const kept = await readSessionItem(fileItem);
  if (!kept || digest !== (await digestOf(here.value, kept.file))) return fail('import-stale');
  const records = recordsSchema.parse(JSON.parse(kept.file));
  const taken = await updateVault((transaction) =>
    JSON.stringify(recordsOf(transaction, transferKinds)) === here.value
      ? ok(takeOver(transaction, records, replace))
      : fail('import-stale'),
  );
  if (taken.ok) await forgetImport();
  return taken;
}

/** Forgets the file of the last preview. */
export function forgetImport(): Promise<Result<null>> {
  return removeSessionItem(fileItem);
}

/** The same record where its kind has no secret, or this one holds none. */
export function withoutSecrets(record: TransferRecord): TransferRecord {
  const secretFields = transferKinds.find(({ name }) => name === record.kind)?.secretFields ?? [];
  if (!secretFields.some((field) => Object.hasOwn(record.data, field))) return record;
  const kept = Object.entries(record.data).filter(([name]) => !secretFields.includes(name));
  return { kind: record.kind, data: { ...Object.fromEntries(kept), id: record.data.id } };
}

function digestOf(here: string, file: string): Promise<string> {
  return checksum(JSON.stringify([here, file]));
}
