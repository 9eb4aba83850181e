/** How callers see the vault's records: a snapshot to read, and a transaction that is written as a whole or not at all. */
import type { RecordKind } from './record-kind';

/** encrypted: with a passphrase. no-secrets: readable on disk, and no secret is ever written. */
export type VaultMode = 'encrypted' | 'no-secrets';

/** All records as they were at one moment. */
export interface Snapshot {
  readonly mode: VaultMode;
  list<T extends { id: string }>(kind: RecordKind<T>): T[];
  find<T extends { id: string }>(kind: RecordKind<T>, id: string): T | undefined;
  /** Whether the id is in use, by a record of any kind, damaged ones included. */
  has(id: string): boolean;
  /** Ids of records that are on the list and cannot be read; the rest of the vault is not affected. */
  damaged(): string[];
}

/** A snapshot that can be changed; nothing is stored before the work has answered `ok`. */
export interface Transaction extends Snapshot {
  put<T extends { id: string }>(kind: RecordKind<T>, record: T): void;
  remove(id: string): void;
}
