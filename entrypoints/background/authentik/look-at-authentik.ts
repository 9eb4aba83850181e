/** What the popup shows on a page of authentik's own. */

import { understandAddress } from '@/authentik/addresses';
import { interfaceOf } from '@/authentik/admin/read-page';
import type { AuthentikSight } from '@/messaging/tab-card';
import { findConnection } from '@/profiles/connections';
import { isGranted } from '@/sites/permissions';
import { readVault } from '@/vault/store';
import { readAdminTab } from './admin-tab';

/** Undefined where the tab shows no page of an authentik. */
export async function lookAtAuthentik(tabId: number, url: URL): Promise<AuthentikSight | undefined> {
  if (interfaceOf(url) === undefined) return undefined;
  const understood = understandAddress(url.origin + url.pathname);
  if (!understood.ok) return undefined;
  const read = await readAdminTab(tabId);
  if (!read.ok && (read.failure.kind === 'not-authentik' || read.failure.kind === 'not-granted')) return undefined;
  const { baseUrl } = understood.value;
  const connected = await readVault((snapshot) => findConnection(snapshot, baseUrl) !== undefined);
  const problem = problemOf(url, read.ok ? undefined : read.failure.kind);
  const open = read.ok ? read.value.page.open : undefined;
  return {
    kind: 'authentik',
    origin: url.origin,
    host: url.host,
    baseUrl,
    isConnected: connected.ok && connected.value,
    granted: await isGranted(url.origin),
    ...(problem && { problem }),
    ...(open && { open }),
  };
}

function problemOf({ protocol }: URL, failure: string | undefined): AuthentikSight['problem'] {
  if (protocol !== 'https:') return 'not-https';
  return failure === 'signed-out' || failure === 'foreign-base' ? failure : undefined;
}
