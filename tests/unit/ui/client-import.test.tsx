import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ClientPreview, PreviewClient } from '@/messaging/client-import-protocol';
import { TaskScreen } from '@/ui/task/TaskScreen';
import { enter } from './enter';
import { background, fails, find, gives, has, press, reset, shelf } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

const baseUrl = 'https://authentik.company';

function client(pk: number, slug: string, profile: Partial<PreviewClient['profile']> = {}): PreviewClient {
  const about = {
    id: String(pk),
    kind: 'oidc-client',
    name: `App ${slug}`,
    baseUrl,
    slug,
    state: 'new',
    hasSecret: true,
  };
  return {
    pk,
    provider: `Provider of ${slug}`,
    clientId: `client-id-of-${slug}`,
    redirectUris: [{ url: `https://${slug}.company/cb`, matching: 'strict' }],
    profile: { ...about, ...profile } as PreviewClient['profile'],
  };
}

const changed = client(3, 'crm', {
  state: 'changed',
  here: { id: 'p2', name: 'CRM' },
  changes: [{ field: 'clientSecret', isFirst: false }],
});
const preview: ClientPreview = {
  digest: 'digest-1',
  isWhole: true,
  clients: [
    client(1, 'files'),
    client(2, 'wiki'),
    changed,
    client(4, 'boxes', { state: 'same', here: { id: 'p1', name: 'Boxes' }, changes: [] }),
    client(5, 'loose', { state: 'left-out', why: 'no-application' }),
    client(6, 'open', { state: 'left-out', why: 'public-client' }),
  ],
  gone: [{ id: 'p9', name: 'Old wiki' }],
};

function show(more: Partial<ClientPreview> = {}): void {
  background.answers['authentik.readClients'] = gives({ ...preview, ...more });
}

async function openTask(hash = `#import=${encodeURIComponent(baseUrl)}`): Promise<void> {
  location.hash = hash;
  render(<TaskScreen />);
  await waitFor(() => find('[data-import="preview"]'));
}

const text = (selector: string): string => find(selector).textContent ?? '';
const tick = (selector: string): void => find<HTMLInputElement>(`${selector} input`).click();
const group = (name: string): string[] =>
  [...document.querySelectorAll(`[data-group="${name}"] [data-entry]`)].map(
    (row) => row.getAttribute('data-entry') ?? '',
  );

beforeEach(() => {
  reset();
  const rights = { view: 'yes', change: 'yes', create: 'yes' } as const;
  background.answers['authentik.list'] = gives([
    { baseUrl, name: 'Company', by: 'session' as const, isConnected: true, isGranted: true },
  ]);
  background.answers['authentik.account'] = gives({ version: undefined, username: 'jane', isSuperuser: true, rights });
  background.answers['authentik.importClients'] = gives({ added: 1, replaced: 1, lacking: [] });
  show();
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('the list of clients', () => {
  it('shows each with its application, client ID and redirect URIs, in groups, and what cannot be taken with the reason', async () => {
    await openTask();
    expect(['new', 'changed', 'same', 'left-out'].map(group)).toEqual([['1', '2'], ['3'], ['4'], ['5', '6']]);
    for (const part of ['App files', 'Provider of files', 'client-id-of-files', 'https://files.company/cb']) {
      expect(text('[data-entry="1"]')).toContain(part);
    }
    expect(text('[data-entry="5"]')).toContain('no application is attached');
    expect(text('[data-entry="6"]')).toContain('public client');
    expect(text('[data-group="gone"]')).toContain('Old wiki');
    expect(text('[data-entry="3"] [data-field="clientSecret"]')).toContain('changes (not shown)');
    expect(has('[data-entry="5"] input') || has('[data-entry="4"] input')).toBe(false);
  });

  it('takes what is ticked and nothing else', async () => {
    await openTask();
    expect(has('[data-action="import-clients"]')).toBe(false);
    tick('[data-entry="2"]');
    tick('[data-entry="3"]');
    await waitFor(() => press('import-clients'));
    await waitFor(() => find('[data-notice="imported"]'));
    expect(background.sent('authentik.importClients')).toEqual([{ digest: 'digest-1', take: [2], replace: ['p2'] }]);
  });

  it('ticks all that the search shows', async () => {
    await openTask();
    await enter(find('input[type="search"]'), 'files.company');
    await waitFor(() => expect(group('new')).toEqual(['1']));
    find<HTMLInputElement>('input[name="all"]').click();
    await enter(find('input[type="search"]'), ' nothing');
    await waitFor(() => expect(text('[data-import]')).toContain('No client matches'));
    press('import-clients');
    await waitFor(() => find('[data-notice="imported"]'));
    expect(background.sent('authentik.importClients')[0]).toMatchObject({ take: [1], replace: [] });
  });

  it.each([
    [`#import=${encodeURIComponent(baseUrl)}&provider=2`, '2', true],
    [`#import=${encodeURIComponent(baseUrl)}&application=wiki`, '2', true],
    [`#import=${encodeURIComponent(baseUrl)}&provider=3`, '3', false],
  ])('%s lists that one first; a new one is ticked, a changed one is not', async (hash, entry, isTicked) => {
    await openTask(hash);
    expect(group(isTicked ? 'new' : 'changed')[0]).toBe(entry);
    expect(text(`[data-entry="${entry}"]`)).toContain('open in authentik');
    expect(find<HTMLInputElement>(`[data-entry="${entry}"] input`).checked).toBe(isTicked);
  });

  it('says which secrets are missing, that none are kept, and that the account may not see everything', async () => {
    show({ clients: [client(1, 'files', { hasSecret: false } as never)], isWhole: false });
    await openTask();
    expect([has('[data-notice="lacks-secrets"]'), has('[data-notice="not-whole"]')]).toEqual([true, true]);
    cleanup();
    background.answers['vault.status'] = gives({ state: 'open' as const });
    await openTask();
    expect([has('[data-notice="secrets-not-kept"]'), has('[data-notice="lacks-secrets"]')]).toEqual([true, false]);
  });

  it('shows itself anew when the vault has changed meanwhile, and keeps the ticks that still fit', async () => {
    await openTask();
    tick('[data-entry="1"]');
    tick('[data-entry="2"]');
    background.answers['authentik.importClients'] = fails('import-stale');
    show({ digest: 'digest-2', clients: [client(1, 'files')] });
    await waitFor(() => press('import-clients'));
    await waitFor(() => find('[data-notice="list-anew"]'));
    background.answers['authentik.importClients'] = gives({ added: 1, replaced: 0, lacking: [] });
    press('import-clients');
    await waitFor(() => find('[data-notice="imported"]'));
    expect(background.sent('authentik.importClients')[1]).toEqual({ digest: 'digest-2', take: [1], replace: [] });
  });

  it('is forgotten by the background when the page is left', async () => {
    await openTask();
    background.calls = [];
    window.dispatchEvent(new Event('pagehide'));
    expect(background.sent('authentik.forgetClients')).toHaveLength(1);
  });

  it('keeps the list and the ticks when the vault cannot store them', async () => {
    await openTask();
    tick('[data-entry="1"]');
    background.answers['authentik.importClients'] = fails('storage-full');
    await waitFor(() => press('import-clients'));
    await waitFor(() => find('[data-failure], [role="alert"]'));
    expect(find<HTMLInputElement>('[data-entry="1"] input').checked).toBe(true);
  });
});

it('can be cancelled while it is read, and read again', async () => {
  const answer = Promise.withResolvers<never>();
  background.answers['authentik.readClients'] = () => answer.promise;
  background.answers['authentik.cancel'] = () => ({ ok: true, value: null });
  location.hash = `#import=${encodeURIComponent(baseUrl)}`;
  render(<TaskScreen />);
  await waitFor(() => find('progress'));
  press('cancel-job');
  const [{ job } = { job: '' }] = background.sent('authentik.readClients');
  expect(background.sent('authentik.cancel')).toEqual([{ job }]);
  const cancelled = { kind: 'authentik', baseUrl, cause: { kind: 'cancelled' } };
  answer.resolve({ ok: false, failure: cancelled } as never);
  await waitFor(() => find('[data-notice="cancelled"]'));
  show();
  press('try-again');
  await waitFor(() => find('[data-import="preview"]'));
});

describe('afterwards', () => {
  it('names the profiles without a secret, each with the way to its form', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    background.answers['authentik.importClients'] = gives({
      added: 1,
      replaced: 0,
      lacking: [{ id: 'p7', name: 'App files' }],
    });
    await openTask();
    tick('[data-entry="1"]');
    await waitFor(() => press('import-clients'));
    await waitFor(() => find('[data-group="lacking"] [data-profile-id="p7"]'));
    press('paste-secret');
    expect(create.mock.calls[0]?.[0].url).toMatch(/options\.html#edit=p7$/);
  });

  it('a profile whose client is gone is marked in the list and in its own view', async () => {
    background.answers['shelf.read'] = gives(shelf({ gone: ['p1'] }));
    const { OptionsScreen } = await import('@/ui/options/OptionsScreen');
    location.hash = '';
    render(<OptionsScreen appNames={new Map()} />);
    await waitFor(() => find('[data-profile-id="p1"]'));
    expect(text('[data-profile-id="p1"]')).toContain('Not in authentik any more');
    expect(text('[data-profile-id="p2"]')).not.toContain('Not in authentik any more');
    find('[data-profile-id="p1"] [data-action="open-profile"]').click();
    await waitFor(() => find('[data-notice="gone-client"]'));
  });

  it('an empty list of profiles leads here', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    background.answers['shelf.read'] = gives(shelf({ profiles: [] }));
    const { OptionsScreen } = await import('@/ui/options/OptionsScreen');
    render(<OptionsScreen appNames={new Map()} />);
    await waitFor(() => press('import-from-authentik'));
    await waitFor(() => expect(create.mock.calls[0]?.[0].url).toMatch(/authentik\.html#import=$/));
    press('show-transfer');
    await waitFor(() => press('import-from-authentik'));
    await waitFor(() => expect(create).toHaveBeenCalledTimes(2));
  });

  it('the form of a profile opens by its address', async () => {
    const { OptionsScreen } = await import('@/ui/options/OptionsScreen');
    location.hash = '#edit=p2';
    render(<OptionsScreen appNames={new Map()} />);
    await waitFor(() => find('[data-screen="edit"]'));
  });
});
