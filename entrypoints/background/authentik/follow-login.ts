/** Has the script on authentik's own page follow the start of a login; only where the administrator works through one. */
import * as z from 'zod/mini';
import type { ApiFailure, Landing } from '@/authentik/model';
import type { Result } from '@/lib/result';
import { adminFollow } from '@/messaging/admin-schemas';
import { askAdmin } from '@/messaging/client';
import { findConnection } from '@/profiles/connections';
import { readVault } from '@/vault/store';
import { adminTab } from './admin-tab';
import { inTime } from './in-time';

/** Undefined where no page can be asked: with a token, without a connection, or signed out. */
export async function followThroughPage(
  baseUrl: string,
  query: Record<string, string>,
): Promise<Result<Landing, ApiFailure> | undefined> {
  const connection = await readVault((snapshot) => findConnection(snapshot, baseUrl));
  if (!connection.ok || connection.value?.by !== 'session') return undefined;
  const tab = await adminTab(baseUrl);
  if (!tab.ok) return undefined;
  const answer = await inTime(askAdmin(tab.value.target, 'admin.follow', { baseUrl, query }));
  return answer?.ok ? z.safeParse(adminFollow, answer.value).data : undefined;
}
