/** When something is wrong with the vault: every screen says what, and has a way on; never a blank list. */
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Failure } from '@/lib/result';
import type { VaultDamage } from '@/messaging/protocol';
import { OptionsScreen } from '@/ui/options/OptionsScreen';
import { PopupScreen } from '@/ui/popup/PopupScreen';
import { UnlockScreen } from '@/ui/unlock/UnlockScreen';
import { failureWords } from '@/ui/words/failure-words';
import { enter } from './enter';
import { background, fails, find, gives, has, press, reset, shelf } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

beforeEach(reset);
afterEach(() => {
  cleanup();
  location.hash = '';
});

const screen = (name: string) => waitFor(() => find(`[data-screen="${name}"]`));
const openOptions = () => render(<OptionsScreen appNames={new Map()} />);
const opensTab = () => vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);

describe('a forgotten passphrase', () => {
  beforeEach(() => {
    background.answers['vault.status'] = gives({ state: 'locked' as const });
    background.answers['vault.reset'] = gives({ state: 'none' as const });
  });

  it('is explained, and everything is deleted once the word is typed', async () => {
    openOptions();
    await screen('locked');
    const help = find<HTMLDetailsElement>('[data-section="forgotten"]');
    expect(help.open).toBe(false);
    find('summary').click();
    expect(help.textContent).toMatch(/Nobody can recover it.*export file.*authentik/s);
    press('reset-vault');
    await waitFor(() => find('[data-message="resetWord"]'));
    expect(background.sent('vault.reset')).toEqual([]);
    await enter(find('[name="word"]'), ' Reset ');
    press('reset-vault');
    await screen('welcome');
    expect(background.sent('vault.reset')).toEqual([undefined]);
    await waitFor(() => expect(document.body.textContent).toContain('Everything was deleted.'));
  });

  it('says why when it could not be deleted', async () => {
    background.answers['vault.reset'] = fails('storage-failed');
    openOptions();
    await screen('locked');
    await enter(find('[name="word"]'), 'reset');
    press('reset-vault');
    await waitFor(() => find('[data-notice="storage-failed"]'));
    expect(has('[data-screen="locked"]')).toBe(true);
  });

  it.each([
    ['popup', () => render(<PopupScreen />)],
    ['unlock window', () => render(<UnlockScreen />)],
  ])('the %s has no reset; its help opens in a tab', async (_name, open) => {
    const create = opensTab();
    open();
    await screen('locked');
    expect(has('[data-action="reset-vault"]')).toBe(false);
    press('forgot-passphrase');
    expect(create).toHaveBeenCalledExactlyOnceWith({
      url: 'chrome-extension://test-extension-id/options.html#forgotten',
    });
  });

  it('the help is open when another window has led here', async () => {
    location.hash = '#forgotten';
    openOptions();
    await screen('locked');
    expect(find<HTMLDetailsElement>('[data-section="forgotten"]').open).toBe(true);
  });
});

describe.each([
  'key-damaged',
  'kdf-out-of-bounds',
  'vault-newer',
  'storage-failed',
] as const satisfies Failure['kind'][])('%s', (kind) => {
  beforeEach(() => {
    background.answers['vault.status'] = gives({ state: 'locked' as const, trouble: { kind } });
  });

  it('asks for no passphrase, says what is wrong, and tries again', async () => {
    openOptions();
    await screen('trouble');
    expect(document.body.textContent).toContain(failureWords({ kind }));
    expect([has('[name="passphrase"]'), has('[name="word"]')]).toEqual([false, true]);
    background.answers['vault.status'] = gives({ state: 'unlocked' as const });
    press('try-again');
    await screen('profiles');
  });

  it.each([
    ['popup', () => render(<PopupScreen />)],
    ['unlock window', () => render(<UnlockScreen />)],
  ])('is told in the %s, with the way to the tab', async (_name, open) => {
    const create = opensTab();
    open();
    await waitFor(() => find(`[data-trouble="${kind}"]`));
    expect([has('[name="passphrase"]'), has('[name="word"]')]).toEqual([false, false]);
    press('open-trouble');
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'chrome-extension://test-extension-id/options.html' });
  });
});

describe('an open vault that cannot be listed', () => {
  it.each([
    ['options', openOptions],
    ['popup', () => render(<PopupScreen />)],
  ])('is no blank list: %s', async (_name, open) => {
    background.answers['shelf.read'] = fails('vault-damaged');
    open();
    await waitFor(() => find('[data-trouble="vault-damaged"]'));
    expect(has('[data-action="add-profile"]')).toBe(false);
    background.answers['shelf.read'] = gives(shelf());
    press('try-again');
    await waitFor(() => find('[data-action="add-profile"]'));
  });
});

describe('entries that are damaged', () => {
  const damage: VaultDamage = {
    isRebuilt: true,
    whole: [{ kind: 'profile', name: 'Portainer' }],
    lost: [
      { kind: 'profile', state: 'damaged', knownBy: ['wiki.company', 'wiki.company'] },
      { kind: 'unknown', state: 'damaged', knownBy: [] },
      { kind: 'unknown', state: 'damaged', knownBy: [] },
      { kind: 'instance', state: 'damaged', knownBy: ['Portainer'] },
      { kind: 'callback', state: 'newer', knownBy: [] },
    ],
  };
  const lines = (list: string) =>
    [...document.querySelectorAll(`[data-list="${list}"] li`)].map((li) => li.textContent);

  beforeEach(() => {
    background.answers['vault.damage'] = gives(damage);
  });

  it('are named with what can still be read, and left behind on request', async () => {
    background.answers['vault.goOn'] = () => {
      background.answers['vault.damage'] = gives(null);
      return gives(null)();
    };
    openOptions();
    await screen('damaged');
    expect(lines('whole')).toEqual(['Profile: Portainer']);
    expect(lines('lost')).toEqual([
      'Profile, used by wiki.company',
      'Entry of unknown kind (× 2)',
      'Address of an authentik, used by Portainer: edit these profiles and enter the address again',
      'Callback: written by a newer Latchkey, and kept',
    ]);
    expect(has('[data-notice="rebuilt"]')).toBe(true);
    press('go-on');
    await screen('profiles');
    await waitFor(() => expect(document.body.textContent).toContain('Only whole entries are left.'));
  });

  it('stay until the user decides, and the rest can be used meanwhile', async () => {
    openOptions();
    await screen('damaged');
    press('decide-later');
    await screen('profiles');
    expect(background.sent('vault.goOn')).toEqual([]);
  });

  it('stay with a reason when they could not be left behind', async () => {
    background.answers['vault.goOn'] = fails('storage-full');
    openOptions();
    await screen('damaged');
    press('go-on');
    await waitFor(() => find('[data-notice="storage-full"]'));
    expect(has('[data-screen="damaged"]')).toBe(true);
  });

  it('from a later Latchkey alone are no damage: nothing can be removed', async () => {
    background.answers['vault.damage'] = gives({ ...damage, isRebuilt: false, lost: damage.lost.slice(-1) });
    openOptions();
    await screen('damaged');
    expect([has('[data-action="go-on"]'), has('[name="word"]')]).toEqual([false, false]);
    expect(document.body.textContent).toContain('Update Latchkey');
    press('decide-later');
    await screen('profiles');
  });

  it('are told in the popup, above the rest', async () => {
    const create = opensTab();
    render(<PopupScreen />);
    await waitFor(() => find('[data-notice="damage"]'));
    expect(has('[data-action="add-profile"]')).toBe(true);
    press('open-trouble');
    expect(create).toHaveBeenCalledOnce();
  });
});

it('a reset in another window leads every other one to the first run, without what was being typed', async () => {
  openOptions();
  await screen('profiles');
  press('add-profile');
  await waitFor(() => find('[name="clientSecret"]'));
  await enter(find('[name="name"]'), 'Half typed');
  background.answers['vault.status'] = gives({ state: 'none' as const });
  window.dispatchEvent(new Event('focus'));
  await screen('welcome');
  background.answers['vault.create'] = gives({ state: 'unlocked' as const });
  await enter(find('[name="passphrase"]'), 'passphrase for tests');
  await enter(find('[name="again"]'), 'passphrase for tests');
  press('create-vault');
  await screen('profiles');
  press('add-profile');
  await waitFor(() => find('[name="clientSecret"]'));
  expect(find<HTMLInputElement>('[name="name"]').value).toBe('');
});
