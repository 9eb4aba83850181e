/** The import of a file: its preview, and taking over what that has shown. */
import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { ImportOutcome, ImportPreview } from '@/messaging/transfer';
import { readVault } from '@/vault/store';
import type { TransferRecord } from '@/vault/transfer';
import { planImport, previewOf, takeOver, transferKinds } from './import-plan';
import { keptImport } from './kept-import';

const recordsSchema = z.array(z.object({ kind: z.string(), data: z.looseObject({ id: z.string() }) }));

/** The records of the last preview. */
const file = keptImport('import', transferKinds);

/** Keeps the records for `applyImport`. */
export async function previewImport(
  records: readonly TransferRecord[],
  about: Pick<ImportPreview, 'mode' | 'secretsNotKept'>,
): Promise<Result<ImportPreview>> {
  const read = await readVault((snapshot) => ({
    shown: previewOf(planImport(snapshot, records)),
    here: file.here(snapshot),
  }));
  if (!read.ok) return read;
  const kept = await file.keep(read.value.here, JSON.stringify(records));
  return kept.ok ? ok({ digest: kept.value, ...about, ...read.value.shown }) : kept;
}

/** Takes over the file of that preview; fails as `KeptImport.take` does. */
export function applyImport(digest: string, replace: ReadonlySet<string>): Promise<Result<ImportOutcome>> {
  return file.take(digest, (transaction, content) =>
    takeOver(transaction, recordsSchema.parse(JSON.parse(content)), replace),
  );
}

/** Forgets the file of the last preview. */
export function forgetImport(): Promise<Result<null>> {
  return file.forget();
}

/** The same record where its kind has no secret, or this one holds none. */
export function withoutSecrets(record: TransferRecord): TransferRecord {
  const secretFields = transferKinds.find(({ name }) => name === record.kind)?.secretFields ?? [];
  if (!secretFields.some((field) => Object.hasOwn(record.data, field))) return record;
  const kept = Object.entries(record.data).filter(([name]) => !secretFields.includes(name));
  return { kind: record.kind, data: { ...Object.fromEntries(kept), id: record.data.id } };
}
