/** Who is signed in at which version of authentik, and what that account may do, before anything is tried. */

import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { Account, ApiFailure, Version } from '../model';
import { ask } from './ask';
import type { Transport } from './transport';
import { parseVersion } from './version';

const versionSchema = z.object({ version_current: z.string() });
const meSchema = z.object({ user: z.object({ username: z.string(), is_superuser: z.boolean() }) });

/**
 * Three readings at most: version, account and, for who is no superuser, one provider, since an account with no right
 * to view any is refused the list (authentik sheet 2.1). That refusal is an answer here, no failure.
 */
export async function readAccount(transport: Transport, signal?: AbortSignal): Promise<Result<Account, ApiFailure>> {
  const version = await readVersion(transport, signal);
  if (!version.ok) return version;
  const me = await ask(transport, { path: 'core/users/me/', signal }, meSchema);
  if (!me.ok) return me;
  const { username, is_superuser: isSuperuser } = me.value.user;
  const rights = isSuperuser ? ok(everything) : await rightsOf(transport, signal);
  if (!rights.ok) return rights;
  return ok({ version: version.value, username, isSuperuser, rights: rights.value });
}

/** Alone, for who needs no more; undefined when it is spelt in no known way. */
export async function readVersion(
  transport: Transport,
  signal?: AbortSignal,
): Promise<Result<Version | undefined, ApiFailure>> {
  const answer = await ask(transport, { path: 'admin/version/', signal }, versionSchema);
  return answer.ok ? ok(parseVersion(answer.value.version_current)) : answer;
}

/** Whether authentik knows who is calling: it answers that to any account, and 403 to nobody (authentik sheet 2.1). */
export async function isKnown(transport: Transport): Promise<boolean> {
  const me = await transport({ path: 'core/users/me/' });
  return me.ok || me.failure.kind !== 'forbidden';
}

const everything: Account['rights'] = { view: 'yes', change: 'yes', create: 'yes' };

async function rightsOf(
  transport: Transport,
  signal: AbortSignal | undefined,
): Promise<Result<Account['rights'], ApiFailure>> {
  const request = { path: 'providers/oauth2/', query: { page: '1', page_size: '1' }, signal };
  const list = await transport(request);
  if (list.ok) return ok({ view: 'yes', change: 'unknown', create: 'unknown' });
  // Without seeing a provider nothing can be read before it is changed, nor back after it was made.
  return list.failure.kind === 'forbidden' ? ok({ view: 'no', change: 'no', create: 'no' }) : list;
}
