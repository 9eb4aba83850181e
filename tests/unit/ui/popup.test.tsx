import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Refusal } from '@/messaging/page-protocol';
import type { TabCard } from '@/messaging/tab-card';
import { PopupScreen } from '@/ui/popup/PopupScreen';
import { enter } from './enter';
import {
  background,
  binding,
  candidate,
  card,
  directory,
  espo,
  fails,
  find,
  gives,
  has,
  portainer,
  press,
  reset,
  row,
  shelf,
} from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

const request = vi.fn<(permissions: unknown) => Promise<boolean>>();

beforeEach(() => {
  reset();
  request.mockReset().mockResolvedValue(true);
  fakeBrowser.permissions.request = request;
});
afterEach(cleanup);

async function openPopup(looked: TabCard = card(), screen = 'site'): Promise<void> {
  background.answers['tab.look'] = gives(looked);
  render(<PopupScreen />);
  await waitFor(() => find(`[data-screen="${screen}"] [data-card]:not([data-card="looking"])`));
}

const text = (): string => document.body.textContent ?? '';

describe('before the profiles', () => {
  it('offers the set-up when there is no vault', async () => {
    background.answers['vault.status'] = gives({ state: 'none' as const });
    const openOptionsPage = vi.fn().mockResolvedValue(undefined);
    fakeBrowser.runtime.openOptionsPage = openOptionsPage;
    render(<PopupScreen />);
    await waitFor(() => find('[data-screen="welcome"]'));
    expect(document.activeElement).toBe(find('[data-action="open-setup"]'));
    press('open-setup');
    expect(openOptionsPage).toHaveBeenCalledOnce();
  });

  it('unlocks: a wrong passphrase says so under the field, the right one leads to the card', async () => {
    background.answers['vault.status'] = gives({ state: 'locked' as const });
    background.answers['vault.unlock'] = ({ passphrase }) =>
      passphrase === 'right one for tests' ? gives({ state: 'unlocked' as const })() : fails('wrong-passphrase')();
    render(<PopupScreen />);
    await waitFor(() => find('[data-screen="locked"]'));
    const field = find<HTMLInputElement>('[name="passphrase"]');
    await enter(field, 'wrong one{Enter}');
    await waitFor(() => find('[data-message="wrongPassphrase"]'));
    expect(field.getAttribute('aria-describedby')).toBe(find('[data-message]').id);
    expect(field.value).toBe('wrong one');
    await userEvent.clear(field);
    await enter(field, 'right one for tests');
    press('unlock');
    await waitFor(() => find('[data-screen="site"]'));
  });

  it('says what to do when the background does not answer', async () => {
    background.answers['vault.status'] = fails('no-answer');
    render(<PopupScreen />);
    await waitFor(() => find('[data-notice="no-answer"][role="alert"]'));
  });

  it('locks, and shows nothing of the profiles any more', async () => {
    await openPopup();
    background.answers['vault.lock'] = gives({ state: 'locked' as const });
    press('lock');
    await waitFor(() => find('[data-screen="locked"]'));
    expect(text()).not.toContain(portainer.name);
  });

  it('shows nothing of the profiles any more once it has the focus again after a lock elsewhere', async () => {
    await openPopup();
    background.answers['vault.status'] = gives({ state: 'locked' as const });
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => find('[data-screen="locked"]'));
    expect(document.body.textContent).not.toContain(portainer.name);
  });

  it('hands on no callback of another host', async () => {
    const callbacks = [
      { url: 'https://evil.test/cb', how: 'read' as const, warning: 'foreign-host' as const },
      { url: 'https://portainer.company/', how: 'read' as const },
    ];
    await openPopup(card({ callbacks }));
    expect(has('[data-callback="https://evil.test/cb"]')).toBe(true);
    expect(has('[data-callback="https://evil.test/cb"] [data-action="copy-callback"]')).toBe(false);
    expect(has('[data-callback="https://portainer.company/"] [data-action="copy-callback"]')).toBe(true);
  });

  it('goes to the unlock form when the vault was locked elsewhere', async () => {
    await openPopup();
    background.answers['profile.duplicate'] = fails('vault-locked');
    find('[data-profile-id="p2"] button').click();
    await waitFor(() => find('[data-screen="profile"]'));
    press('duplicate-profile');
    await waitFor(() => find('[data-screen="locked"]'));
  });
});

describe('the card of a recognised page', () => {
  it('names app, host and suggestion, and lists what would change without the secret', async () => {
    await openPopup(
      card({ tried: 'not tried on the live page', method: { nowLabel: 'Internal', wantedLabel: 'OAuth' } }),
    );
    expect(text()).toContain('portainer.company');
    expect(has('[data-tried="no"]')).toBe(true);
    expect(find<HTMLSelectElement>('select[name="profile"]').value).toBe('p1');
    expect(find('[data-key="method"]').textContent).toContain('Internal');
    expect(find('[data-key="client_id"]').textContent).toContain('client-id-for-tests');
    expect(find('[data-key="client_id"]').textContent).toContain('old-client');
    expect(find('[data-key="client_secret"]').textContent).toContain('••••');
    expect(has('[data-key="scopes"]')).toBe(false);
    expect(document.activeElement).toBe(find('[data-action="bind"]'));
  });

  it('offers every candidate and binds the one that was picked', async () => {
    background.answers['site.bind'] = gives({ binding });
    await openPopup(card({ candidates: [candidate(), candidate({ profileId: 'p2', otherClientId: true })] }));
    expect(has('[data-notice="other-client-id"]')).toBe(false);
    fireEvent.change(find('select[name="profile"]'), { target: { value: 'p2' } });
    await waitFor(() => find('[data-notice="other-client-id"]'));
    press('bind');
    await waitFor(() => expect(background.sent('site.bind')).toEqual([{ tabId: 7, profileId: 'p2' }]));
  });

  it('warns where the profile is used already and which profile it takes the place of', async () => {
    await openPopup(
      card({
        binding: { ...binding, profileId: 'p2' },
        candidates: [candidate({ boundElsewhere: ['https://other.company'] }), candidate({ profileId: 'p2' })],
      }),
    );
    expect(has('[data-notice="ready"]')).toBe(true);
    fireEvent.change(find('select[name="profile"]'), { target: { value: 'p1' } });
    await waitFor(() => find('[data-notice="moves"]'));
    expect(find('[data-notice="moves"]').textContent).toContain(espo.name);
    expect(find('[data-notice="bound-elsewhere"]').textContent).toContain('https://other.company');
  });

  it('asks the browser first, within the press, and binds without waiting for its answer', async () => {
    background.answers['site.bind'] = gives({ binding });
    request.mockReturnValue(new Promise(() => {}));
    await openPopup(card({ granted: false }));
    fireEvent.submit(find('form'));
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://portainer.company/*'] });
    await waitFor(() => expect(background.sent('site.bind')).toEqual([{ tabId: 7, profileId: 'p1' }]));
  });

  it('does not ask for a site it has', async () => {
    background.answers['site.bind'] = gives({ binding });
    await openPopup();
    press('bind');
    await waitFor(() => expect(background.sent('site.bind')).toHaveLength(1));
    expect(request).not.toHaveBeenCalled();
  });

  it('says that it works this once when the permission was declined', async () => {
    request.mockResolvedValue(false);
    background.answers['site.bind'] = () => {
      background.answers['tab.look'] = gives(card({ granted: false, binding }));
      return gives({ binding })();
    };
    await openPopup(card({ granted: false }));
    press('bind');
    await waitFor(() => find('[data-notice="declined"]'));
    expect(has('[data-notice="ready"]')).toBe(true);
  });

  it('is ready on a bound site, and unbinds', async () => {
    background.answers['site.unbind'] = () => {
      background.answers['tab.look'] = gives(card());
      return gives(null)();
    };
    await openPopup(card({ binding }));
    expect(find('[data-notice="ready"]').textContent).toContain(portainer.name);
    expect(has('[data-action="bind"]')).toBe(false);
    press('unbind');
    await waitFor(() => find('[data-action="bind"]'));
    expect(background.sent('site.unbind')).toEqual([{ bindingId: 'b1' }]);
  });

  it('says when the profile has changed since it was filled', async () => {
    await openPopup(card({ binding: { ...binding, filledRevision: 2 } }));
    expect(has('[data-notice="outdated"]')).toBe(true);
    expect(has('[data-notice="ready"]')).toBe(false);
  });

  it('asks for agreement on private http, and refuses public http with the reason', async () => {
    background.answers['site.acknowledge'] = () => {
      background.answers['tab.look'] = gives(card({ transport: 'private-http', acknowledged: true }));
      return gives(null)();
    };
    await openPopup(card({ transport: 'private-http' }));
    expect(has('[data-action="bind"]')).toBe(false);
    press('acknowledge-http');
    await waitFor(() => find('[data-action="bind"]'));
    cleanup();
    await openPopup(card({ transport: 'public-http' }));
    expect(has('[data-notice="http-refused"]')).toBe(true);
    expect(has('[data-action="bind"]')).toBe(false);
    expect(has('[data-action="acknowledge-http"]')).toBe(false);
  });

  it('copies a callback', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
    await openPopup();
    find('[data-callback="https://portainer.company/"] [data-action="copy-callback"]').click();
    expect(writeText).toHaveBeenCalledExactlyOnceWith('https://portainer.company/');
    await waitFor(() => find('[data-copied="true"]'));
  });

  it('offers to add a profile where there is none', async () => {
    background.answers['shelf.read'] = gives(shelf({ profiles: [] }));
    await openPopup(card({ candidates: [] }));
    expect(document.querySelectorAll('[data-action="add-profile"]')).toHaveLength(1);
    press('add-profile');
    await waitFor(() => find('[data-screen="edit"] [name="address"]'));
  });
});

describe('what the card says about the page and its fields', () => {
  const stopped = { state: 'left', ticked: false, isSecret: true } as const;

  it('names why a known page is not filled, and offers nothing to press for it', async () => {
    const { origin, host } = new URL('https://palmr.company');
    await openPopup(
      { kind: 'declined', origin, host, app: 'palmr', appName: 'Palmr', notices: ['hidden-provider'] },
      'profiles',
    );
    const shown = find('[data-card="declined"][data-app="palmr"]');
    expect(shown.textContent).toContain('Palmr');
    expect(shown.textContent).toContain('palmr.company');
    expect(find('[data-notice="hidden-provider"]').textContent).toMatch(
      /“Hide disabled providers” is on.*Switch it off/,
    );
    expect(shown.querySelector('button, a')).toBeNull();
    expect(document.activeElement).toBe(find('[name="search"]'));
  });

  it('explains a connection that needs attention beside the form', async () => {
    await openPopup(card({ notices: ['needs-attention'] }));
    expect(find('[data-card="recognised"] [data-notice="needs-attention"] ul').children).toHaveLength(3);
    expect(has('[data-action="bind"]')).toBe(true);
  });

  it.each<[Refusal, RegExp]>([
    ['too-soon', /half a second.*press again/],
    ['not-in-front', /Click into the page, then press again/],
    ['hidden', /Reload the page.*copy the values from here/],
    ['covered', /Close menus, dialogs.*copy the values from here/],
    ['cursor', /mouse pointer.*keyboard.*copy the values from here/],
  ])('says why a press in the page did not count, and how to go on: %s', async (refused, words) => {
    await openPopup(card({ refused }));
    expect(find(`[data-card="recognised"] [data-notice="refused-${refused}"]`).textContent).toMatch(words);
  });

  it('says so on a page where no form is known any more', async () => {
    await openPopup({ kind: 'unrecognised', origin: 'https://portainer.company', refused: 'hidden' }, 'profiles');
    expect(has('[data-card="unrecognised"] [data-notice="refused-hidden"]')).toBe(true);
  });

  it('lists a token that is missing with the way to get one, and a secret that is shown', async () => {
    const rows = [
      row({ key: 'base_url', next: 'https://authentik.company' }),
      row({ key: 'api_token', ...stopped }),
      row({ key: 'client_secret', ...stopped, state: 'exposed' }),
      row({ key: 'filter', state: 'later', ticked: false }),
      row({ key: 'icon', state: 'left', ticked: false }),
    ];
    const tokensPage = 'https://authentik.company/if/admin/#/core/tokens';
    await openPopup(card({ candidates: [candidate({ plan: { rows, choices: [] }, tokensPage })] }));
    const link = find('[data-key="api_token"][data-state="left"] a[data-action="open-tokens"]');
    expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual([tokensPage, 'noopener noreferrer']);
    expect(find('[data-key="client_secret"][data-state="exposed"]').textContent).toContain('Hide it first');
    expect(text()).toContain('1 left for you · 1 on another step');
    expect(has('[data-key="filter"]')).toBe(false);
  });

  it('tells tokens from clients in the choice, and says when there is none of the kind that is needed', async () => {
    background.answers['shelf.read'] = gives(shelf({ profiles: [portainer, directory] }));
    await openPopup(card({ candidates: [candidate(), candidate({ profileId: 'p9' })] }));
    const options = [...find<HTMLSelectElement>('select[name="profile"]').options].map((option) => option.textContent);
    expect(options).toEqual(['Portainer', 'Staff · API token']);
    cleanup();
    await openPopup(card({ candidates: [] }));
    expect(text()).toContain('None of your profiles is of the kind this app needs.');
    expect(has('select[name="profile"]')).toBe(false);
  });

  it('names matching mode and type of a callback where they are not the usual ones', async () => {
    const callbacks = [{ url: 'https://app.company/.*', how: 'fixed', matching: 'regex', kind: 'logout' }] as const;
    await openPopup(card({ callbacks: [...callbacks] }));
    const entry = find('[data-matching="regex"][data-kind="logout"]');
    expect(entry.textContent).toContain('fixed by the vendor · matching mode Regex · type Post Logout');
  });
});

describe('the look-alike stop', () => {
  const lookAlike = card({
    origin: 'https://portainer.company-test',
    host: 'portainer.company-test',
    candidates: [candidate({ knownHosts: ['portainer.company'] })],
  });

  it('stops until the host is typed, and asks the browser nothing before', async () => {
    await openPopup(lookAlike);
    expect(find('[data-stop="look-alike"]').textContent).toContain(
      'for portainer.company, not for portainer.company-test',
    );
    press('bind');
    await waitFor(() => find('[data-message="hostNotTyped"]'));
    expect(document.activeElement).toBe(find('[name="typedHost"]'));
    await enter(find('[name="typedHost"]'), 'portainer.company');
    press('bind');
    expect(background.sent('site.bind')).toEqual([]);
    expect(request).not.toHaveBeenCalled();
    expect(find<HTMLInputElement>('[name="typedHost"]').value).toBe('portainer.company');
  });

  it('speaks of a token as of what it is', async () => {
    background.answers['shelf.read'] = gives(shelf({ profiles: [portainer, directory] }));
    const known = ['openlane.company'];
    await openPopup(card({ candidates: [candidate({ profileId: 'p9', knownHosts: known })] }));
    expect(find('[data-stop="look-alike"]').textContent).toContain(
      'This API token is bound to openlane.company, not to',
    );
  });

  it('goes on with the host as typed', async () => {
    background.answers['site.bind'] = gives({ binding });
    await openPopup(lookAlike);
    await enter(find('[name="typedHost"]'), 'Portainer.company-test{Enter}');
    await waitFor(() =>
      expect(background.sent('site.bind')).toEqual([
        { tabId: 7, profileId: 'p1', typedHost: 'Portainer.company-test' },
      ]),
    );
  });
});

describe('where no form is known', () => {
  it('puts one value of a profile into the focused field', async () => {
    background.answers['focused.fill'] = gives(null);
    await openPopup({ kind: 'unrecognised', origin: 'https://wiki.company' }, 'profiles');
    fireEvent.change(find('select[name="valuesOf"]'), { target: { value: 'p2' } });
    await waitFor(() => find('[data-value="issuer"] [data-action="put-value"]').click());
    await waitFor(() =>
      expect(background.sent('focused.fill')).toEqual([{ tabId: 7, profileId: 'p2', name: 'issuer' }]),
    );
  });

  it('says which field is missing when none has the focus', async () => {
    background.answers['focused.fill'] = fails('no-focused-field');
    background.answers['shelf.read'] = gives(shelf({ profiles: [portainer] }));
    await openPopup({ kind: 'unrecognised', origin: 'https://wiki.company' }, 'profiles');
    await waitFor(() => find('[data-value="issuer"] [data-action="put-value"]').click());
    await waitFor(() => find('[data-notice="no-focused-field"]'));
  });

  it('still lists the profiles on a page of the browser, without put buttons', async () => {
    background.answers['tab.look'] = fails('no-page');
    render(<PopupScreen />);
    await waitFor(() => find('[data-card="unreachable"]'));
    expect(has('[role="alert"]')).toBe(false);
    find('[data-profile-id="p1"] button').click();
    await waitFor(() => find('[data-value="issuer"] [data-action="copy-value"]'));
    expect(has('[data-action="put-value"]')).toBe(false);
  });
});
