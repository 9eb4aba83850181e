/** Reads an export file into records that are what their kinds say, or says what is wrong with it; changes nothing. */
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/result';
import { type Envelope, filePlace, parseEnvelope, parseSafely } from './envelope';
import { migrate, recordSchema } from './format';
import { openBox } from './passphrase-box';
import type { TransferKinds, TransferRecord } from './transfer';

/** plain: readable, and without secrets. */
export type FileMode = 'encrypted' | 'plain';

/** Every record takes an entry of the storage; a thousand profiles with all their sites do not come near. */
const mostRecords = 5_000;

const recordsSchema = z.array(z.object({ kind: z.string(), data: z.unknown() })).check(z.maxLength(mostRecords));

/** Ids become names in the storage, beside names of ours that contain a colon. */
const idShape = /^[\w-]{1,64}$/;

/** Whether the file will want a passphrase. Fails as `parseEnvelope` does. */
export async function fileMode(text: string): Promise<Result<FileMode>> {
  const envelope = await parseEnvelope(text);
  return envelope.ok ? ok(envelope.value.mode) : envelope;
}

/**
 * The records of a file, each parsed by its kind, fields it does not know left out. A file is taken as a whole: one
 * bad record and it fails. Nothing of it may be trusted further than its shape: addresses and texts are the writer's.
 * Fails as `parseEnvelope` does, and with `wrong-file-passphrase`, `key-not-derived`, `file-newer` (a kind that is not
 * among `kinds`), `file-malformed`, `file-duplicate` (two records with one id) or `file-has-secrets` (a readable one).
 */
export async function readEnvelope(
  text: string,
  kinds: TransferKinds,
  passphrase = '',
): Promise<Result<{ mode: FileMode; records: TransferRecord[] }>> {
  const envelope = await parseEnvelope(text);
  if (!envelope.ok) return envelope;
  const { mode, format } = envelope.value;
  const content = await contentOf(envelope.value, passphrase);
  if (!content.ok) return content;
  const listed = recordsSchema.safeParse(content.value).data;
  if (!listed) return fail('file-malformed');
  const records: TransferRecord[] = [];
  const ids = new Set<string>();
  for (const { kind, data } of listed) {
    const record = readRecord({ kind, data: migrated(kind, data, format) }, kinds, mode);
    if (!record.ok) return record;
    if (ids.has(record.value.data.id)) return fail('file-duplicate');
    ids.add(record.value.data.id);
    records.push(record.value);
  }
  return ok({ mode, records });
}

async function contentOf(envelope: Envelope, passphrase: string): Promise<Result<unknown>> {
  if (envelope.mode === 'plain') return ok(envelope.records);
  const opened = await openBox(passphrase, filePlace(envelope.format), envelope);
  if (opened.ok) return parseSafely(new TextDecoder().decode(opened.value));
  return opened.failure.kind === 'wrong-passphrase' ? fail('wrong-file-passphrase') : opened;
}

/** Files keep no revision, which the steps between versions expect; whoever stores the record gives it a new one. */
function migrated(kind: string, data: unknown, format: number): unknown {
  return recordSchema.safeParse(migrate('record', { kind, revision: 0, data }, format)).data?.data;
}

function readRecord(
  { kind, data }: { kind: string; data: unknown },
  kinds: TransferKinds,
  mode: FileMode,
): Result<TransferRecord> {
  const known = kinds.find(({ name }) => name === kind);
  if (!known) return fail('file-newer');
  const parsed = known.parse(data);
  if (!parsed || !idShape.test(parsed.id)) return fail('file-malformed');
  const isReadableSecret = mode === 'plain' && known.secretFields.some((field) => Object.hasOwn(parsed, field));
  return isReadableSecret ? fail('file-has-secrets') : ok({ kind, data: parsed });
}
