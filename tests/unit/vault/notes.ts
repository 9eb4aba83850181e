/** A small kind of record with a secret, and a vault to keep it in, for tests of this room. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import { recordKind } from '@/vault/record-kind';
import { readVault, updateVault } from '@/vault/store';
import { createVault } from '@/vault/vault';

export const testPassphrase = 'TEST passphrase, twelve';
export const testSecret = 'TEST-secret-vault-7f3a91';

const noteSchema = z.object({ id: z.string(), text: z.string(), secret: z.optional(z.string()) });
export type Note = z.infer<typeof noteSchema>;
export const noteKind = recordKind('note', noteSchema, ['secret']);

/** The answer's value; a failure fails the test. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${result.failure.kind}`);
  return result.value;
}

/** Deriving the key takes most of a test's time, so the vault is made once and copied wherever it does not matter. */
let made: Promise<{ local: Record<string, unknown>; session: Record<string, unknown> }> | undefined;

async function make() {
  value(await createVault({ mode: 'encrypted', passphrase: testPassphrase }));
  const session = await fakeBrowser.storage.session.get('key');
  // Tests have clocks of their own: on each the vault is just unlocked, and its time without use has not begun.
  return { local: await disk(), session: { key: { ...(session.key as object), lockAt: null } } };
}

/** An empty browser with an unlocked, encrypted, empty vault that opens with `testPassphrase`. */
export async function openVault(): Promise<void> {
  fakeBrowser.reset();
  made ??= make();
  const { local, session } = await made;
  await setDisk(local);
  await fakeBrowser.storage.session.set(structuredClone(session));
}

export async function putNotes(...notes: Note[]): Promise<Result<null>> {
  return updateVault((transaction) => {
    for (const note of notes) transaction.put(noteKind, note);
    return ok(null);
  });
}

export async function notes(): Promise<Note[]> {
  return value(await readVault((snapshot) => snapshot.list(noteKind)));
}

/** A copy of everything on disk. */
export async function disk(): Promise<Record<string, unknown>> {
  return structuredClone(await fakeBrowser.storage.local.get(null));
}

/** Puts a copy of a disk back, in place of what is there. */
export async function setDisk(items: Record<string, unknown>): Promise<void> {
  await fakeBrowser.storage.local.clear();
  await fakeBrowser.storage.local.set(structuredClone(items));
}

/** Every place where `marker` stands in `text`: readable, hex, UTF-16LE or base64 in its three alignments. */
export function findMarker(text: string, marker: string): string[] {
  const bytes = Buffer.from(marker);
  const wide = Buffer.from(marker, 'utf16le');
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // Characters at both ends also depend on the neighbours: leave them out.
    return encoded.slice(shift === 0 ? 0 : 4, -4);
  });
  const spellings = [marker, bytes.toString('hex'), wide.toString('utf8'), wide.toString('hex'), ...base64];
  return spellings.filter((spelling) => text.toLowerCase().includes(spelling.toLowerCase()));
}
