import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WantedSecret } from '@/messaging/protocol';
import { PopupScreen } from '@/ui/popup/PopupScreen';
import { UnlockScreen } from '@/ui/unlock/UnlockScreen';
import { background, candidate, card, fails, find, gives, has, press, reset, shelf } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

beforeEach(() => {
  reset();
  background.answers['vault.status'] = gives({ state: 'open' as const });
});
afterEach(cleanup);

const wanted: WantedSecret = {
  profileId: 'p1',
  kind: 'oidc-client',
  name: 'Portainer',
  appName: 'Portainer',
  host: 'portainer.company:9443',
};

describe('the window that asks for a secret', () => {
  async function open(of = wanted): Promise<void> {
    background.answers['secret.wanted'] = gives({ wanted: of });
    render(<UnlockScreen />);
    await waitFor(() => find('[data-screen="secret"]'));
  }

  it('says whose secret it is and for which host, says what is wrong, and closes once it is kept', async () => {
    const close = vi.spyOn(window, 'close').mockReturnValue(undefined);
    const code = { field: 'clientSecret', level: 'error', code: 'clientSecretMissing' } as const;
    background.answers['secret.keep'] = ({ secret }) => gives({ messages: secret === '' ? [code] : [] })();
    await open();
    expect(find('h1').textContent).toBe('Client secret of “Portainer”');
    expect(document.body.textContent).toContain('Portainer on portainer.company:9443');
    const field = find<HTMLInputElement>('[name="secret"]');
    expect(document.activeElement).toBe(field);
    expect(field.type).toBe('password');
    press('keep-secret');
    await waitFor(() => find('[data-message="clientSecretMissing"]'));
    expect(field.getAttribute('aria-describedby')).toContain(find('[data-message]').id || 'field-secret');
    expect(close).not.toHaveBeenCalled();
    await userEvent.type(field, 'TEST-secret-of-ui{Enter}');
    await waitFor(() => find('[data-screen="unlocked"]'));
    expect(background.sent('secret.keep').at(-1)).toEqual({ profileId: 'p1', secret: 'TEST-secret-of-ui' });
    expect(close).toHaveBeenCalledOnce();
    expect(document.body.innerHTML).not.toContain('TEST-secret-of-ui');
  });

  it('speaks of a token where it is one', async () => {
    await open({ ...wanted, kind: 'api-token', name: 'Staff' });
    expect(find('h1').textContent).toBe('API token of “Staff”');
  });

  it('keeps what was typed when it could not be kept, and says why', async () => {
    background.answers['secret.keep'] = fails('page-gone');
    await open();
    await userEvent.type(find('[name="secret"]'), 'TEST-secret-of-ui{Enter}');
    await waitFor(() => expect(document.body.textContent).toContain('The page was closed or has changed'));
    expect(find<HTMLInputElement>('[name="secret"]').value).toBe('TEST-secret-of-ui');
  });

  it('goes on without it', async () => {
    background.answers['secret.skip'] = gives(null);
    await open();
    press('skip-secret');
    await waitFor(() => find('[data-screen="unlocked"]'));
    expect(background.sent('secret.keep')).toEqual([]);
  });
});

describe('the popup', () => {
  it('lists the secrets in memory and forgets one, or all', async () => {
    background.answers['shelf.read'] = gives(shelf({ sessionSecrets: ['p1', 'p2'] }));
    background.answers['secret.forget'] = ({ profileId }) => {
      background.answers['shelf.read'] = gives(shelf({ sessionSecrets: profileId === 'p1' ? ['p2'] : [] }));
      return gives(null)();
    };
    render(<PopupScreen />);
    await waitFor(() => find('[data-held="2"]'));
    expect(find('[data-held-profile="p1"] button').getAttribute('aria-label')).toBe('Forget: secret of “Portainer”');
    find('[data-held-profile="p1"] button').click();
    await waitFor(() => find('[data-held="1"]'));
    expect(background.sent('secret.forget')).toEqual([{ profileId: 'p1' }]);
    expect(document.body.textContent).toContain('The secret of “Portainer” is forgotten.');
    expect(has('[data-action="forget-secrets"]')).toBe(false);
  });

  it('forgets all at once', async () => {
    background.answers['shelf.read'] = gives(shelf({ sessionSecrets: ['p1', 'p2'] }));
    background.answers['secret.forget'] = gives(null);
    render(<PopupScreen />);
    await waitFor(() => find('[data-held="2"]'));
    press('forget-secrets');
    await waitFor(() => expect(background.sent('secret.forget')).toEqual([{ profileId: null }]));
  });

  it('says in the list of changes that the secret will be asked for', async () => {
    background.answers['tab.look'] = gives(card({ candidates: [candidate({ asksSecret: true })] }));
    render(<PopupScreen />);
    await waitFor(() => find('[data-key="client_secret"]'));
    expect(find('[data-key="client_secret"]').textContent).toContain('asked for when you fill');
  });
});
