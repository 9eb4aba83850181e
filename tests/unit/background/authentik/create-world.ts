/** A page without a profile, and an authentik in memory that is reached by a token and makes what it is told. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Transport } from '@/authentik/api/transport';
import type { Creation } from '@/authentik/creation';
import type { ApiRequest } from '@/authentik/model';
import { ok } from '@/lib/result';
import { connect } from '@/profiles/connections';
import { updateVault } from '@/vault/store';
import { fakeSend, json, providerRecord, type Sent, transportOver } from '../../authentik/api/fake-authentik';
import { look, origin, passphrase, popup, startWorld, tabId, type World } from '../world';

export const baseUrl = 'https://authentik.company';
export const at = { tabId, baseUrl, job: 'job-1' };

export interface CreateWorld {
  world: World;
  sent: Sent[];
  /** What authentik holds; a test may change it, or let a call answer something else. */
  held: { providers: Record<string, unknown>[]; applications: Record<string, unknown>[] };
  answers: Record<string, (request: Sent) => Response | undefined>;
  propose(): Promise<Creation>;
}

const page = (results: unknown[]) => json({ pagination: { next: 0, count: results.length }, results });
const flow = (slug: string) => ({ pk: `pk-of-${slug}`, slug });

export async function createWorld(mode: 'encrypted' | 'no-secrets' = 'encrypted'): Promise<CreateWorld> {
  const world = startWorld();
  await world.ask(popup, 'vault.create', mode === 'encrypted' ? { mode, passphrase } : { mode });
  const token = mode === 'encrypted' ? 'TEST-token-of-an-administrator-0001' : undefined;
  await updateVault((transaction) => ok(connect(transaction, baseUrl, token)));
  world.granted = [baseUrl, origin];
  world.tab.answers = { 'tab.read': look(), 'tab.refresh': null, 'tab.bound': null };
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation((async () => ({ id: tabId })) as never);
  const held: CreateWorld['held'] = { providers: [], applications: [] };
  const answers: CreateWorld['answers'] = {};
  const { send, sent } = fakeSend((request) => {
    const path = request.url.pathname.replace('/api/v3/', '');
    return answers[path]?.(request) ?? answer(path, request, held);
  });
  vi.stubGlobal('fetch', send);
  if (token === undefined) openAdmin(transportOver(send));
  const propose = async (): Promise<Creation> => {
    const proposal = await world.ask(popup, 'create.propose', at);
    if (proposal === 'dropped' || !proposal.ok) throw new Error(JSON.stringify(proposal));
    return proposal.value.creation;
  };
  return { world, sent, held, answers, propose };
}

/** Another tab with authentik's own page, where an administrator is signed in. */
function openAdmin(transport: Transport): void {
  const tab = { id: 8, url: `${baseUrl}/if/admin/` };
  const { get, sendMessage } = fakeBrowser.tabs;
  const getApp = vi.mocked(get).getMockImplementation() as ((id: number) => unknown) | undefined;
  const sendApp = vi.mocked(sendMessage).getMockImplementation() as ((...asked: unknown[]) => unknown) | undefined;
  vi.mocked(fakeBrowser.tabs.query).mockImplementation((async () => [{ id: tabId }, tab]) as never);
  vi.mocked(get).mockImplementation((async (id: number) => (id === tab.id ? tab : getApp?.(id))) as never);
  vi.mocked(sendMessage).mockImplementation((async (id: number, message: Told, options: unknown) => {
    if (id !== tab.id) return sendApp?.(id, message, options);
    if (message.type === 'admin.read') return { ok: true, value: { baseUrl } };
    return message.type === 'admin.call' ? transport(message.data.request) : undefined;
  }) as never);
}

interface Told {
  type: string;
  data: { request: ApiRequest };
}

function answer(path: string, request: Sent, held: CreateWorld['held']): Response {
  const lists: Record<string, () => unknown[]> = {
    'flows/instances/': () =>
      request.url.searchParams.get('designation') === 'authorization'
        ? [flow('default-provider-authorization-implicit-consent')]
        : [flow('default-invalidation-flow'), flow('default-provider-invalidation-flow')],
    'crypto/certificatekeypairs/': () => [{ pk: 'key-1', name: 'authentik Self-signed Certificate', key_type: 'rsa' }],
    'propertymappings/provider/scope/': () =>
      ['openid', 'email', 'profile'].map((scope) => ({ pk: `${scope}-1`, name: scope, scope_name: scope })),
    'providers/oauth2/': () => held.providers,
    'core/applications/': () => held.applications,
  };
  if (path === 'admin/version/') return json({ version_current: '2026.8.3' });
  if (path === 'core/users/me/') return json({ user: { username: 'jane', is_superuser: true } });
  if (path === 'core/transactional/applications/') return make(request.body as Body, held);
  const list = lists[path];
  if (list) return page(list());
  const found = held.applications.find(({ slug }) => path === `core/applications/${String(slug)}/`);
  return found ? json(found) : json({ detail: 'Not found.' }, 404);
}

interface Body {
  app: { name: string; slug: string };
  provider: Record<string, unknown>;
}

function make({ app, provider }: Body, held: CreateWorld['held']): Response {
  const pk = held.providers.length + 1;
  held.providers.push(providerRecord({ ...provider, pk, assigned_application_slug: app.slug }));
  held.applications.push({ ...app, pk: `application-${pk}`, provider: pk });
  return json({ applied: true, logs: [] });
}
