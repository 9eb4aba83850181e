import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AccessFailure, AccessStep } from '@/authentik/model';
import type { TokenOutcome, TokenProposal } from '@/messaging/token-protocol';
import { TaskScreen } from '@/ui/task/TaskScreen';
import { background, directory, fails, find, gives, has, press, reset } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

const baseUrl = 'https://authentik.company';
const steps: AccessStep[] = ['account', 'token', 'key', 'role', 'rights', 'group'];
const pages = Object.fromEntries(steps.map((step) => [step, `${baseUrl}/if/admin/#/${step}`])) as TokenOutcome['pages'];
const proposal: TokenProposal = {
  appName: 'Openlane',
  origin: 'https://openlane.company',
  host: 'openlane.company',
  isGranted: true,
  name: 'openlane-directory',
  isBegun: false,
  reads: ['users', 'groups'],
};
const whole: TokenOutcome = { name: proposal.name, steps, made: steps, gaps: [], pages, profile: directory };

function partly(step: AccessStep, failure: AccessFailure, more: Partial<TokenOutcome> = {}): TokenOutcome {
  const made = steps.slice(0, steps.indexOf(step));
  return { name: proposal.name, steps, made, gaps: [{ step, failure }], pages, ...more };
}

function signedIn(isSuperuser: boolean): void {
  const rights = { view: 'yes', change: 'yes', create: 'yes' } as const;
  background.answers['authentik.account'] = gives({ version: undefined, username: 'jane', isSuperuser, rights });
}

async function openTask(more: Partial<TokenProposal> = {}): Promise<void> {
  background.answers['token.propose'] = gives({ ...proposal, ...more });
  location.hash = '#create-token=7';
  render(<TaskScreen />);
  await waitFor(() => find('[data-section="token-proposal"]'));
}

async function create(outcome: TokenOutcome): Promise<void> {
  background.answers['token.create'] = gives(outcome);
  press('create-token');
  await waitFor(() => find('[data-section="token-outcome"]'));
}

const states = (): (string | null)[] =>
  [...document.querySelectorAll('[data-step]')].map((row) => row.getAttribute('data-state'));

beforeEach(() => {
  reset();
  background.answers['authentik.list'] = gives([
    { baseUrl, name: 'Company', by: 'session' as const, isConnected: true, isGranted: true },
  ]);
  signedIn(true);
  fakeBrowser.permissions.request = vi.fn().mockResolvedValue(true);
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('before anything is sent', () => {
  it('shows what will be there, right by right, and sends nothing', async () => {
    await openTask();
    const reads = [...document.querySelectorAll('[data-read]')].map((row) => row.getAttribute('data-read'));
    expect(reads).toEqual(['users', 'groups']);
    expect(find<HTMLInputElement>('[name="tokenName"]').value).toBe('openlane-directory');
    expect(background.sent('token.create')).toEqual([]);
    expect(has('[data-notice="no-superuser"]')).toBe(false);
  });

  it('warns who is no superuser, and says when it goes on with an earlier try', async () => {
    signedIn(false);
    await openTask({ isBegun: true });
    expect([has('[data-notice="no-superuser"]'), has('[data-notice="begun"]')]).toEqual([true, true]);
    expect(find<HTMLInputElement>('[name="tokenName"]').readOnly).toBe(true);
  });

  it('asks for the site first thing in the press, and sends what was typed', async () => {
    await openTask({ isGranted: false });
    find<HTMLInputElement>('[name="tokenName"]').value = 'sync-2';
    await create(whole);
    expect(fakeBrowser.permissions.request).toHaveBeenCalledWith({ origins: ['https://openlane.company/*'] });
    expect(background.sent('token.create')).toMatchObject([{ baseUrl, tabId: 7, name: 'sync-2' }]);
  });

  it('says why nothing can be proposed', async () => {
    background.answers['token.propose'] = fails('not-recognised');
    location.hash = '#create-token=7';
    render(<TaskScreen />);
    await waitFor(() => expect(background.sent('token.propose')).toHaveLength(1));
    await waitFor(() => find('[role="alert"]'));
    expect(has('[data-action="create-token"]')).toBe(false);
  });
});

describe('afterwards', () => {
  it('says that all is there, and offers nothing to try again', async () => {
    await openTask();
    await create(whole);
    expect(find('[data-section="token-outcome"]').getAttribute('data-whole')).toBe('true');
    expect(states()).toEqual(Array(7).fill('made'));
    expect(has('[data-action="create-token"]')).toBe(false);
  });

  it('names the role that could not be made, what is there, the way by hand, and goes on under the same name', async () => {
    await openTask();
    await create(partly('role', { kind: 'forbidden', detail: 'No right.' }, { profile: directory }));
    expect(states()).toEqual(['made', 'made', 'made', 'failed', 'not-tried', 'not-tried', 'made']);
    expect(find('[data-notice="forbidden"]').textContent).toContain('No right.');
    expect(find<HTMLAnchorElement>('[data-link="role"]').href).toBe(pages.role);
    expect(has('[data-section="by-hand"]')).toBe(true);
    await create(whole);
    expect(background.sent('token.create').map(({ name }) => name)).toEqual([proposal.name, proposal.name]);
  });

  it.each(['token-of-another', 'token-expires', 'token-no-api', 'cancelled'] as const)(
    'has words for %s',
    async (kind) => {
      await openTask();
      await create(partly('token', { kind }));
      expect(find(`[data-notice="${kind}"]`).textContent?.length).toBeGreaterThan(60);
      expect(has('[data-section="by-hand"]')).toBe(false);
    },
  );

  it('lets another name be chosen when this one is taken', async () => {
    await openTask();
    await create(partly('account', { kind: 'name-taken' }));
    expect(find<HTMLInputElement>('[name="tokenName"]').readOnly).toBe(false);
  });

  it('says that the key is in authentik and not in the vault', async () => {
    await openTask();
    await create({
      name: proposal.name,
      steps,
      made: steps,
      gaps: [],
      pages,
      left: { what: 'profile', failure: { kind: 'storage-failed' } },
    });
    expect(states().at(-1)).toBe('not-tried');
    expect(has('[data-action="create-token"]')).toBe(true);
  });
});
