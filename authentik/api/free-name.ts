/** Finds a name that neither an account nor a token, role or group of an authentik has yet. */

import { ok, type Result } from '@/lib/result';
import type { ApiFailure } from '../model';
import { findAccount, findGroup, findRole, findToken } from './access-records';
import type { Transport } from './transport';

const mostTries = 20;

/** Whether all four may be made under this name. What the account may not list is not known to be taken. */
export async function isFreeName(
  transport: Transport,
  name: string,
  signal?: AbortSignal,
): Promise<Result<boolean, ApiFailure>> {
  for (const find of [findAccount, findToken, findRole, findGroup]) {
    const found = await find(transport, name, signal);
    if (!found.ok && found.failure.kind !== 'forbidden') return found;
    if (found.ok && found.value !== undefined) return ok(false);
  }
  return ok(true);
}

/** `wanted`, or the first free one of `wanted-2`, `wanted-3` …; the last tried when none is. */
export async function freeName(
  transport: Transport,
  wanted: string,
  isTakenHere: (name: string) => boolean,
  signal?: AbortSignal,
): Promise<Result<string, ApiFailure>> {
  let name = wanted;
  for (let number = 2; number <= mostTries; number++) {
    const isFree = isTakenHere(name) ? ok(false) : await isFreeName(transport, name, signal);
    if (!isFree.ok) return isFree;
    if (isFree.value) break;
    name = `${wanted}-${number}`;
  }
  return ok(name);
}
