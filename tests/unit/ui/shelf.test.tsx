import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PopupScreen } from '@/ui/popup/PopupScreen';
import { values } from './copy-values';
import { background, directory, espo, fails, find, gives, has, portainer, press, reset, shelf } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

beforeEach(reset);
afterEach(cleanup);

const listed = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('li[data-profile-id]')].map((entry) => entry.dataset.profileId);

async function openList(): Promise<void> {
  render(<PopupScreen />);
  await waitFor(() => find('[data-screen="site"] li[data-profile-id]'));
}

async function openProfile(id: string): Promise<void> {
  await openList();
  find(`[data-profile-id="${id}"] button`).click();
  await waitFor(() => find(`[data-screen="profile"] [data-value="issuer"] [data-action="copy-value"]`));
}

describe('the list', () => {
  it('is searched by name, slug, client ID and authentik', async () => {
    await openList();
    for (const [wanted, ids] of [
      ['esp', ['p2']],
      ['OTHER-client', ['p2']],
      ['company', ['p1', 'p2']],
      ['company port', ['p1']],
      ['nothing such', []],
    ] as const) {
      await userEvent.clear(find('[name="search"]'));
      await userEvent.type(find('[name="search"]'), wanted);
      expect(listed(), wanted).toEqual(ids);
    }
    expect(document.body.textContent).toContain('No profile matches “nothing such”.');
  });

  it('offers one thing to do when it is empty', async () => {
    background.answers['shelf.read'] = gives(shelf({ profiles: [] }));
    background.answers['tab.look'] = fails('no-page');
    render(<PopupScreen />);
    await waitFor(() => find('[data-action="add-profile"]'));
    expect(has('[name="search"]')).toBe(false);
  });
});

describe('deleting', () => {
  it('takes a profile away at once and brings it back on undo', async () => {
    const adminPage = 'https://authentik.company/if/admin/#/core/applications/portainer';
    background.answers['profile.remove'] = () => {
      background.answers['shelf.read'] = gives(shelf({ profiles: [espo] }));
      return gives({ name: portainer.name, adminPage })();
    };
    background.answers['profile.undo'] = () => {
      background.answers['shelf.read'] = gives(shelf());
      return gives({ profile: portainer })();
    };
    await openProfile('p1');
    press('delete-profile');
    await waitFor(() => expect(listed()).toEqual(['p2']));
    expect(background.sent('profile.remove')).toEqual([{ id: 'p1' }]);
    const toast = find('[data-action="undo-delete"]').closest('[role="status"]');
    expect(toast?.textContent).toContain(portainer.name);
    expect(toast?.querySelector('[data-action="open-authentik"]')?.getAttribute('href')).toBe(adminPage);
    press('undo-delete');
    await waitFor(() => expect(listed()).toEqual(['p1', 'p2']));
    expect(background.sent('profile.undo')).toHaveLength(1);
    expect(has('[data-action="undo-delete"]')).toBe(false);
  });

  it('changes nothing on the screen when it failed, and says why', async () => {
    background.answers['profile.remove'] = fails('storage-failed');
    await openProfile('p1');
    press('delete-profile');
    await waitFor(() => find('[data-notice="storage-failed"]'));
    expect(has('[data-screen="profile"] [data-profile-id="p1"]')).toBe(true);
    expect(has('[data-action="undo-delete"]')).toBe(false);
  });
});

it('opens the copy of a profile for editing', async () => {
  const copy = { ...portainer, id: 'p3', name: 'Portainer (copy)' };
  background.answers['profile.duplicate'] = () => {
    background.answers['shelf.read'] = gives(shelf({ profiles: [portainer, espo, copy] }));
    return gives({ profile: copy })();
  };
  await openProfile('p1');
  press('duplicate-profile');
  await waitFor(() => expect(find<HTMLInputElement>('[name="name"]').value).toBe('Portainer (copy)'));
  expect(background.sent('profile.duplicate')).toEqual([{ id: 'p1' }]);
});

describe('values', () => {
  it('copies each one to the letter, in every spelling', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
    await openProfile('p1');
    for (const name of ['issuer', 'end_session', 'scopes', 'scopes_comma', 'scopes_lines'] as const) {
      find(`[data-value="${name}"] [data-action="copy-value"]`).click();
      expect(writeText).toHaveBeenLastCalledWith(values[name]);
    }
    expect(document.querySelectorAll('[data-value]')).toHaveLength(Object.keys(values).length);
  });

  it('says so when the browser refuses to copy', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await openProfile('p1');
    find('[data-value="issuer"] [data-action="copy-value"]').click();
    await waitFor(() => expect(find('[data-value="issuer"] [role="status"]').textContent).toContain('Not copied'));
  });
});

it('lists the callbacks of a profile, and removes one', async () => {
  const callback = {
    id: 'c1',
    url: 'https://portainer.company/',
    app: 'portainer',
    origin: 'https://portainer.company',
    profileId: 'p1',
    at: 0,
    how: 'read' as const,
  };
  background.answers['shelf.read'] = gives(
    shelf({ callbacks: [callback, { ...callback, id: 'c2', profileId: 'p2' }] }),
  );
  background.answers['callback.remove'] = () => {
    background.answers['shelf.read'] = gives(shelf());
    return gives(null)();
  };
  await openProfile('p1');
  expect(document.querySelectorAll('[data-callback]')).toHaveLength(1);
  expect(find('[data-callback]').dataset.how).toBe('read');
  press('remove-callback');
  await waitFor(() => expect(has('[data-callback]')).toBe(false));
  expect(background.sent('callback.remove')).toEqual([{ id: 'c1' }]);
});

describe('a profile with an API token', () => {
  beforeEach(() => {
    background.answers['shelf.read'] = gives(shelf({ profiles: [portainer, directory] }));
  });

  it('is found by its kind, and says in the list what it is', async () => {
    await openList();
    expect(find('[data-profile-id="p9"]').textContent).toContain('Company · API token');
    await userEvent.type(find('[name="search"]'), 'api token');
    expect(listed()).toEqual(['p9']);
  });

  it('gives its authentik to copy, and nothing of an application', async () => {
    background.answers['profile.values'] = gives({ base_url: values.base_url });
    await openList();
    find('[data-profile-id="p9"] button').click();
    await waitFor(() => find('[data-value="base_url"] [data-action="copy-value"]'));
    expect(document.querySelectorAll('[data-value]')).toHaveLength(1);
    expect(document.body.textContent).toContain('API token · token stored');
  });

  it('says after duplicating what the copy needs', async () => {
    const copy = { ...directory, id: 'p10', name: 'Staff (copy)' };
    background.answers['profile.duplicate'] = () => {
      background.answers['shelf.read'] = gives(shelf({ profiles: [directory, copy] }));
      return gives({ profile: copy })();
    };
    await openList();
    find('[data-profile-id="p9"] button').click();
    await waitFor(() => press('duplicate-profile'));
    await waitFor(() => expect(find<HTMLInputElement>('[name="name"]').value).toBe('Staff (copy)'));
    expect(document.body.textContent).toContain('Give it the name and the token');
  });
});
