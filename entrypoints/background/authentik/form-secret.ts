/** Where authentik's API keeps a secret to itself, its own page may show it in the form that is open there. */
import * as z from 'zod/mini';
import type { Provider } from '@/authentik/api/providers';
import { adminForm } from '@/messaging/admin-schemas';
import { askAdmin } from '@/messaging/client';
import { readAdminTab, tabsOf } from './admin-tab';
import { inTime } from './in-time';

/** The same providers, with the secret of the one whose form is open; no page is asked while none is missing. */
export async function withOpenForm(baseUrl: string, providers: readonly Provider[]): Promise<Provider[]> {
  const lacking = providers.filter(lacksSecret).map(({ clientId }) => clientId);
  if (lacking.length === 0) return [...providers];
  const secrets = new Map<string, string>();
  for (const tab of await tabsOf(baseUrl)) {
    const found = await formIn(tab, { baseUrl, clientIds: lacking });
    if (found) secrets.set(found.clientId, found.clientSecret);
  }
  return providers.map((provider) => {
    const clientSecret = lacksSecret(provider) ? secrets.get(provider.clientId) : undefined;
    return clientSecret === undefined ? provider : { ...provider, clientSecret };
  });
}

function lacksSecret({ clientType, clientSecret, application }: Provider): boolean {
  return clientType !== 'public' && clientSecret === undefined && application !== undefined;
}

async function formIn(tabId: number, wanted: { baseUrl: string; clientIds: string[] }) {
  const tab = await readAdminTab(tabId);
  if (!tab.ok || tab.value.page.baseUrl !== wanted.baseUrl) return undefined;
  const answer = await inTime(askAdmin(tab.value.target, 'admin.form', wanted));
  return answer?.ok ? (z.safeParse(adminForm, answer.value).data ?? undefined) : undefined;
}
