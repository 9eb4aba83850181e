import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OptionsScreen } from '@/ui/options/OptionsScreen';
import { enter } from './enter';
import { background, binding, fails, find, gives, has, portainer, press, reset, shelf } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

beforeEach(reset);
afterEach(() => {
  cleanup();
  location.hash = '';
});

async function openOptions(screen: string): Promise<void> {
  render(<OptionsScreen appNames={new Map([['portainer', 'Portainer CE']])} />);
  await waitFor(() => find(`[data-screen="${screen}"]`));
}

const input = (name: string): HTMLInputElement => find<HTMLInputElement>(`[name="${name}"]`);

describe('the first run', () => {
  beforeEach(() => {
    background.answers['vault.status'] = gives({ state: 'none' as const });
    background.answers['vault.create'] = ({ mode }) =>
      gives({ state: mode === 'encrypted' ? 'unlocked' : 'open' } as const)();
  });

  it('refuses a short passphrase and one that was repeated wrongly, and keeps what was typed', async () => {
    await openOptions('welcome');
    await userEvent.type(input('passphrase'), 'eleven char');
    press('create-vault');
    await waitFor(() => find('[data-message="passphraseShort"]'));
    expect(document.activeElement).toBe(input('passphrase'));
    await userEvent.type(input('passphrase'), '!');
    await enter(input('again'), 'another one altogether');
    press('create-vault');
    await waitFor(() => find('[data-message="passphraseDiffers"]'));
    expect(input('again').getAttribute('aria-describedby')).toContain(find('[data-message]').id);
    expect(input('passphrase').value).toBe('eleven char!');
    expect(background.sent('vault.create')).toEqual([]);
  });

  it('makes an encrypted vault and goes on to the profiles', async () => {
    await openOptions('welcome');
    await enter(input('passphrase'), 'passphrase for tests');
    await enter(input('again'), 'passphrase for tests');
    press('create-vault');
    await waitFor(() => find('[data-screen="profiles"]'));
    expect(background.sent('vault.create')).toEqual([{ mode: 'encrypted', passphrase: 'passphrase for tests' }]);
  });

  it('makes a passphrase, shows it once with copy, and fills both fields', async () => {
    await openOptions('welcome');
    press('generate-passphrase');
    const made = input('passphrase').value;
    expect(made.length).toBeGreaterThanOrEqual(20);
    expect(input('again').value).toBe(made);
    await waitFor(() => expect(find('code').textContent).toBe(made));
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
    press('copy-passphrase');
    expect(writeText).toHaveBeenCalledExactlyOnceWith(made);
    await userEvent.type(input('passphrase'), 'x');
    await waitFor(() => expect(has('code')).toBe(false));
  });

  it('says plainly what lies readable when no secrets are kept', async () => {
    await openOptions('welcome');
    find('[name="mode"][value="no-secrets"]').click();
    await waitFor(() => find('[data-notice="readable"]'));
    expect(find('[data-notice="readable"]').textContent).toMatch(/client IDs.*sites/);
    expect(has('[name="passphrase"]')).toBe(false);
    press('create-vault');
    await waitFor(() => find('[data-screen="profiles"]'));
    expect(background.sent('vault.create')).toEqual([{ mode: 'no-secrets' }]);
  });

  it('says why when the vault could not be made', async () => {
    background.answers['vault.create'] = fails('storage-failed');
    await openOptions('welcome');
    await enter(input('passphrase'), 'passphrase for tests');
    await enter(input('again'), 'passphrase for tests');
    press('create-vault');
    await waitFor(() => find('[data-notice="storage-failed"]'));
    expect(input('passphrase').value).toBe('passphrase for tests');
  });
});

describe('sites', () => {
  const other = { ...binding, id: 'b2', origin: 'https://crm.company:8443', basePath: '/espo/', app: 'unheard-of' };

  it('lists app, profile and state, and unbinds', async () => {
    const { filledRevision: _, ...neverFilled } = other;
    background.answers['shelf.read'] = gives(
      shelf({ bindings: [binding, neverFilled, { ...binding, id: 'b3', filledRevision: 1 }] }),
    );
    background.answers['site.unbind'] = () => {
      background.answers['shelf.read'] = gives(shelf({ bindings: [binding] }));
      return gives(null)();
    };
    await openOptions('profiles');
    press('show-sites');
    await waitFor(() => find('[data-screen="sites"]'));
    const texts = [...document.querySelectorAll('tbody tr')].map((line) => line.textContent);
    expect(texts[0]).toMatch(/^portainer\.companyPortainer CEPortainerfilled/);
    expect(texts[1]).toMatch(/^crm\.company:8443\/espo\/unheard-of.*not filled yet/);
    expect(texts[2]).toContain('Needs filling again');
    find('[data-binding-id="b2"] [data-action="unbind"]').click();
    await waitFor(() => expect(document.querySelectorAll('tbody tr')).toHaveLength(1));
    expect(background.sent('site.unbind')).toEqual([{ bindingId: 'b2' }]);
  });

  it('opens the profile of a site', async () => {
    background.answers['shelf.read'] = gives(shelf({ bindings: [binding] }));
    await openOptions('profiles');
    press('show-sites');
    await waitFor(() => find('[data-screen="sites"]'));
    press('open-profile');
    await waitFor(() => find(`[data-screen="profile"] article[data-profile-id="${portainer.id}"]`));
  });

  it('explains how a site gets into the empty list', async () => {
    await openOptions('profiles');
    press('show-sites');
    await waitFor(() => expect(document.body.textContent).toContain('No sites yet'));
  });
});

it('saves a new profile and shows it', async () => {
  background.answers['profile.save'] = gives({ profile: portainer });
  await openOptions('profiles');
  press('add-profile');
  await waitFor(() => find('[data-screen="edit"]'));
  await userEvent.type(input('name'), 'Portainer{Enter}');
  await waitFor(() => find('[data-screen="profile"] article[data-profile-id="p1"]'));
});

describe('the grant step', () => {
  const request = vi.fn<(permissions: unknown) => Promise<boolean>>();

  beforeEach(() => {
    request.mockReset();
    fakeBrowser.permissions.request = request;
  });

  it('asks for exactly the one site, within the press', async () => {
    request.mockResolvedValue(true);
    location.hash = '#grant=https://portainer.company';
    await openOptions('grant');
    expect(document.body.textContent).toContain('on portainer.company each time');
    press('grant');
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://portainer.company/*'] });
    await waitFor(() => expect(document.body.textContent).toContain('Allowed'));
  });

  it('leaves the port out in Firefox, whose patterns have none', async () => {
    vi.stubEnv('BROWSER', 'firefox');
    request.mockResolvedValue(true);
    location.hash = '#grant=https://portainer.company:9443';
    await openOptions('grant');
    press('grant');
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://portainer.company/*'] });
    vi.unstubAllEnvs();
  });

  it('says what still works when declined, and can ask again', async () => {
    request.mockResolvedValue(false);
    location.hash = '#grant=https://portainer.company';
    await openOptions('grant');
    press('grant');
    await waitFor(() => expect(document.body.textContent).toContain('Not allowed'));
    expect(has('[data-action="grant"]')).toBe(true);
  });

  it.each(['javascript:alert(1)', 'https://portainer.company/path', 'file:///etc', 'nonsense'])(
    'asks for nothing when the address names no site: %s',
    async (text) => {
      location.hash = `#grant=${text}`;
      await openOptions('grant');
      expect(has('[data-action="grant"]')).toBe(false);
    },
  );
});
