/** Export files: everything under a passphrase of their own, or readable and without secrets. */
import { isLongEnough } from '@/lib/passphrase';
import { fail, ok, type Result } from '@/lib/result';
import { filePlace, fits } from './envelope';
import { formatVersion } from './format';
import { fillBox } from './passphrase-box';
import type { RecordKind } from './record-kind';
import type { Snapshot } from './transaction';

/** One record on its way from vault to vault; `data` is what its kind parses. */
export interface TransferRecord {
  kind: string;
  data: { id: string };
}

export type TransferKinds = readonly RecordKind<{ id: string }>[];

/** The whole records of these kinds, with their secrets. Damaged ones are left out: `takeInventory` names them. */
export function recordsOf(snapshot: Snapshot, kinds: TransferKinds): TransferRecord[] {
  return kinds.flatMap((kind) => snapshot.list(kind).map((data) => ({ kind: kind.name, data })));
}

/**
 * The text of a file with all of `records`, secrets included, that opens with `passphrase` alone. The caller has
 * asked for the vault's passphrase again. Fails with `passphrase-too-short`, `key-not-derived` or `file-too-large`.
 */
export async function encryptedExport(records: readonly TransferRecord[], passphrase: string): Promise<Result<string>> {
  if (!isLongEnough(passphrase)) return fail('passphrase-too-short');
  const content = new TextEncoder().encode(JSON.stringify(records));
  const box = await fillBox(passphrase, filePlace(formatVersion), content);
  return box.ok ? fileText({ mode: 'encrypted', ...box.value }) : box;
}

/** The text of a readable file, without anything that its kind calls a secret. Fails with `file-too-large`. */
export function plainExport(records: readonly TransferRecord[], kinds: TransferKinds): Result<string> {
  const stripped = kinds.flatMap((kind) =>
    records.filter((record) => record.kind === kind.name).map((record) => withoutSecrets(record, kind.secretFields)),
  );
  return fileText({ mode: 'plain', records: stripped });
}

/** `latchkey-2026-11-22.json`, by the local calendar. */
export function exportName(now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `latchkey-${day.join('-')}.json`;
}

function withoutSecrets({ kind, data }: TransferRecord, secretFields: readonly string[]): TransferRecord {
  const kept = Object.entries(data).filter(([name]) => !secretFields.includes(name));
  return { kind, data: { ...Object.fromEntries(kept), id: data.id } };
}

/** What could not be read back is not written. */
function fileText(envelope: object): Result<string> {
  const text = `${JSON.stringify({ latchkey: 'export', format: formatVersion, ...envelope }, null, 2)}\n`;
  return fits(text) ? ok(text) : fail('file-too-large');
}
