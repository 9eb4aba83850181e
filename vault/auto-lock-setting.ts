/** After how long without use the vault locks by itself: a setting, kept in the vault as a record of its own. */
import * as z from 'zod/mini';
import { recordKind } from './record-kind';
import type { Snapshot, Transaction } from './transaction';

export const autoLockSchema = z.object({
  /** Without use; null is only when the browser closes, which ends every session anyway. */
  minutes: z.nullable(z.literal([1, 5, 15, 60])),
  /** Also when the operating system locks its screen. */
  onSystemLock: z.boolean(),
});

export type AutoLock = z.infer<typeof autoLockSchema>;

/** Security sheet 4.2, "Auto-lock". */
export const defaultAutoLock: AutoLock = { minutes: 15, onSystemLock: true };

/** With a colon, so that no record of an import can take its place. */
const id = 'setting:auto-lock';

const autoLockKind = recordKind('auto-lock', z.extend(autoLockSchema, { id: z.literal(id) }));

/** The setting, or the default when there is none or it is damaged. */
export function autoLockOf(snapshot: Snapshot): AutoLock {
  const { minutes, onSystemLock } = snapshot.find(autoLockKind, id) ?? defaultAutoLock;
  return { minutes, onSystemLock };
}

export function putAutoLock(transaction: Transaction, { minutes, onSystemLock }: AutoLock): void {
  transaction.put(autoLockKind, { id, minutes, onSystemLock });
}
