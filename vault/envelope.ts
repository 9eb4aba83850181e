/** The outside of an export file: parsed and checked before anything in it is believed or paid for. */
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/result';
import type { Place } from './crypto';
import { formatVersion, isNewer, sealedSchema } from './format';
import { isWithinBounds, kdfSchema } from './kdf';
import { isWholeBox } from './passphrase-box';

/** Bytes of the largest file that is read or written: 1 MiB (security sheet A11). */
const largestFile = 1_048_576;

/** Deeper than any record, and shallow enough for everything that walks through one. */
const deepestNesting = 16;

/** Never names of ours, and trouble wherever an object is filled name by name. */
const forbiddenNames = ['__proto__', 'constructor', 'prototype'];

const markerSchema = z.object({ latchkey: z.literal('export'), format: z.int() });

/** The format is the vault's: what a record looks like is the same in both. */
const format = z.int().check(z.gte(1), z.lte(formatVersion));

const envelopeSchema = z.discriminatedUnion('mode', [
  z.object({ format, mode: z.literal('encrypted'), kdf: kdfSchema, sealed: sealedSchema, check: z.string() }),
  z.object({ format, mode: z.literal('plain'), records: z.unknown() }),
]);

export type Envelope = z.infer<typeof envelopeSchema>;

/** Where the content of a file is sealed: never in the place of anything in a vault. */
export const filePlace = (version: number): Place => ({ format: version, id: 'export', field: 'records' });

/**
 * Parses the text of a file. Fails with `file-too-large`, `file-not-json`, `file-unsafe` (nesting, names that reach
 * prototypes), `file-foreign` (not a file of ours), `file-newer`, `file-malformed`, `file-kdf-out-of-bounds` or
 * `file-damaged` (not as it was written: cut off, or changed on the way).
 */
export async function parseEnvelope(text: string): Promise<Result<Envelope>> {
  const parsed = parseSafely(text);
  if (!parsed.ok) return parsed;
  if (!markerSchema.safeParse(parsed.value).success) return fail('file-foreign');
  if (isNewer(parsed.value)) return fail('file-newer');
  const envelope = envelopeSchema.safeParse(parsed.value).data;
  if (!envelope) return fail('file-malformed');
  if (envelope.mode === 'plain') return ok(envelope);
  if (!isWithinBounds(envelope.kdf)) return fail('file-kdf-out-of-bounds');
  return (await isWholeBox(envelope)) ? ok(envelope) : fail('file-damaged');
}

/** JSON of a size, depth and naming that nothing further on can stumble over; fails as `parseEnvelope` does. */
export function parseSafely(text: string): Result<unknown> {
  if (!fits(text)) return fail('file-too-large');
  const parsed = parseJson(text);
  return !parsed.ok || isHarmless(parsed.value) ? parsed : fail('file-unsafe');
}

/** True when a file may be this long; in bytes of UTF-8, of which there are never fewer than UTF-16 units. */
export function fits(text: string): boolean {
  return text.length <= largestFile && new TextEncoder().encode(text).length <= largestFile;
}

function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail('file-not-json');
  }
}

/** Level by level, not by recursion: the depth is what is in question. */
function isHarmless(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting || level.some(hasForbiddenName)) return false;
    level = level.flatMap((item) => (isObject(item) ? Object.values(item) : []));
  }
  return true;
}

function hasForbiddenName(value: unknown): boolean {
  return isObject(value) && forbiddenNames.some((name) => Object.hasOwn(value, name));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
