import { cleanup, render, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldMessage, ProfileDraft } from '@/profiles/schema';
import { PopupScreen } from '@/ui/popup/PopupScreen';
import { enter } from './enter';
import { background, directory, espo, fails, find, gives, has, portainer, press, reset, shelf } from './set-up';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));
vi.mock('@/messaging/client', async () => ({ send: (await import('./set-up')).background.send }));

beforeEach(reset);
afterEach(cleanup);

const input = (name: string): HTMLInputElement => find<HTMLInputElement>(`[name="${name}"]`);

async function openEditor(profileId?: string): Promise<void> {
  render(<PopupScreen />);
  await waitFor(() => find('[data-profile-id] button'));
  if (profileId === undefined) press('add-profile');
  else {
    find(`[data-profile-id="${profileId}"] button`).click();
    await waitFor(() => find('[data-action="edit-profile"]'));
    press('edit-profile');
  }
  await waitFor(() => find('[data-screen="edit"]'));
}

const draft: ProfileDraft = {
  kind: 'oidc-client',
  name: 'Half typed',
  address: 'https://authentik.comp',
  instanceName: '',
  issuerMode: 'global',
  slug: 'half',
  clientId: '',
  clientSecret: 'test-secret-half',
  apiToken: '',
  scopes: 'openid',
  redirectUris: 'https://one.company/\nhttps://two.company/',
};

describe('while typing', () => {
  it('shows what was understood, and takes the slug from the address', async () => {
    background.answers['profile.check'] = (data) =>
      gives({
        messages: [],
        ...(data.address.endsWith('/o/grafana/') && {
          understood: { baseUrl: 'https://authentik.company', slug: 'grafana' },
        }),
      })();
    await openEditor();
    await userEvent.type(input('address'), 'https://authentik.company/application/o/grafana/');
    await waitFor(() => expect(input('slug').value).toBe('grafana'));
    expect(find('[data-understood]').textContent).toContain('Base URL https://authentik.company');
    expect(input('instanceName').value).toBe('Company');
  });

  it('never writes over a slug that was typed', async () => {
    background.answers['profile.check'] = gives({
      messages: [],
      understood: { baseUrl: 'https://authentik.company', slug: 'grafana' },
    });
    await openEditor();
    await userEvent.type(input('slug'), 'mine');
    await enter(input('address'), 'https://authentik.company');
    await waitFor(() => find('[data-understood]'));
    expect(input('slug').value).toBe('mine');
  });

  it('gives every letter to the background at once, so that a closed popup loses nothing', async () => {
    await openEditor();
    await userEvent.type(input('name'), 'ab');
    const drafts = background.sent('draft.write').map(({ draft: kept }) => kept?.name);
    expect(drafts).toEqual(['a', 'ab']);
  });

  it('shows messages only under fields that were visited', async () => {
    const messages: FieldMessage[] = [
      { field: 'address', level: 'error', code: 'addressNotUrl' },
      { field: 'clientId', level: 'error', code: 'clientIdMissing' },
    ];
    background.answers['profile.check'] = gives({ messages });
    await openEditor();
    await userEvent.type(input('address'), 'nonsense');
    await waitFor(() => find('[data-message="addressNotUrl"]'));
    expect(has('[data-message="clientIdMissing"]')).toBe(false);
  });
});

describe('saving', () => {
  it('shows every message under its field, tied to it, and keeps all that was typed', async () => {
    const messages: FieldMessage[] = [
      { field: 'address', level: 'error', code: 'addressUserInfo' },
      { field: 'scopes', level: 'error', code: 'scopesComma', substitutions: ['openid email'] },
      { field: 'clientSecret', level: 'note', code: 'clientSecretTrimmed' },
    ];
    background.answers['profile.save'] = gives({ messages });
    await openEditor();
    await enter(input('address'), 'https://me:pw@authentik.company');
    await enter(input('clientSecret'), ' test-secret ');
    await userEvent.clear(input('scopes'));
    await enter(input('scopes'), 'openid,email');
    press('save-profile');
    await waitFor(() => find('[data-message="scopesComma"]'));
    for (const [name, code] of [
      ['address', 'addressUserInfo'],
      ['scopes', 'scopesComma'],
      ['clientSecret', 'clientSecretTrimmed'],
    ] as const) {
      expect(input(name).getAttribute('aria-describedby')?.split(' ')).toContain(find(`[data-message="${code}"]`).id);
    }
    expect(find('[data-message="scopesComma"]').textContent).toContain('openid email');
    expect(input('address').getAttribute('aria-invalid')).toBe('true');
    expect(input('clientSecret').hasAttribute('aria-invalid')).toBe(false);
    expect(document.activeElement).toBe(input('address'));
    expect(input('address').value).toBe('https://me:pw@authentik.company');
    expect(input('clientSecret').value).toBe(' test-secret ');
    expect(input('scopes').value).toBe('openid,email');
  });

  it('keeps the form when the background fails, and says why', async () => {
    background.answers['profile.save'] = fails('storage-failed');
    await openEditor();
    await enter(input('name'), 'Kept');
    press('save-profile');
    await waitFor(() => find('[data-notice="storage-failed"]'));
    expect(input('name').value).toBe('Kept');
  });

  it('sends the form as typed, forgets the draft, and goes back to the card', async () => {
    background.answers['profile.save'] = gives({ profile: portainer });
    await openEditor();
    await enter(input('name'), 'Portainer');
    await enter(input('clientSecret'), 'test-secret{Enter}');
    await waitFor(() => find('[data-screen="site"]'));
    expect(background.sent('profile.save')).toMatchObject([
      { name: 'Portainer', clientSecret: 'test-secret', scopes: 'openid email profile', issuerMode: 'per_provider' },
    ]);
    const [kept] = background.sent('draft.write');
    expect(background.sent('draft.forget')).toEqual([{ key: kept?.key }]);
  });

  it('edits without the secret: the field is empty and says that the stored one stays', async () => {
    background.answers['profile.save'] = gives({ profile: portainer });
    await openEditor('p1');
    expect(input('clientSecret').value).toBe('');
    expect(document.body.textContent).toContain('Stored. Leave empty to keep it.');
    expect(input('slug').value).toBe('portainer');
    press('save-profile');
    await waitFor(() => expect(background.sent('profile.save')).toMatchObject([{ id: 'p1', clientSecret: '' }]));
  });

  it('offers to open the profile that has the slug already', async () => {
    background.answers['profile.save'] = gives({
      messages: [
        { field: 'slug', level: 'error', code: 'slugTaken', substitutions: [espo.name], openProfileId: 'p2' } as const,
      ],
    });
    await openEditor();
    press('save-profile');
    await waitFor(() => find('[data-action="open-other"]').click());
    await waitFor(() => find('[data-screen="profile"] [data-profile-id="p2"]'));
  });
});

describe('a kept draft', () => {
  it('opens its form again with everything in it, and says so', async () => {
    background.answers['draft.read'] = gives({ drafts: [{ key: 'form-1', draft }] });
    render(<PopupScreen />);
    await waitFor(() => find('[data-notice="draft-restored"]'));
    for (const name of ['name', 'address', 'slug', 'clientSecret', 'scopes'] as const) {
      expect(input(name).value).toBe(draft[name]);
    }
    expect(find<HTMLSelectElement>('[name="issuerMode"]').value).toBe('global');
    expect(find<HTMLTextAreaElement>('[name="redirectUris"]').value).toBe(draft.redirectUris);
    expect(input('clientSecret').type).toBe('password');
  });

  it('is forgotten when discarded', async () => {
    background.answers['draft.read'] = gives({ drafts: [{ key: 'form-1', draft }] });
    render(<PopupScreen />);
    await waitFor(() => find('[data-notice="draft-restored"]'));
    press('cancel-edit');
    await waitFor(() => find('[data-screen="site"]'));
    expect(background.sent('draft.forget')).toEqual([{ key: 'form-1' }]);
  });

  it('of a window that was closed meanwhile comes with its form, and goes on under its own name', async () => {
    render(<PopupScreen />);
    await waitFor(() => find('[data-action="add-profile"]'));
    background.answers['draft.read'] = gives({ drafts: [{ key: 'left-behind', draft }] });
    press('add-profile');
    await waitFor(() => find('[data-notice="draft-restored"]'));
    await userEvent.type(input('name'), '!');
    expect(background.sent('draft.write').at(-1)).toMatchObject({
      key: 'left-behind',
      window: background.sent('draft.read')[0]?.window,
      draft: { name: 'Half typed!' },
    });
  });

  it('of another profile stays while a second form is typed in', async () => {
    await openEditor('p1');
    await userEvent.type(input('name'), '!{Escape}');
    await waitFor(() => find('[data-screen="profile"]'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => find('[data-action="add-profile"]'));
    press('add-profile');
    await waitFor(() => expect(input('name').value).toBe(''));
    await userEvent.type(input('name'), 'New');
    const keys = background.sent('draft.write').map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    await userEvent.keyboard('{Escape}{Escape}');
    await waitFor(() => find('[data-profile-id="p1"] button').click());
    await waitFor(() => press('edit-profile'));
    await waitFor(() => expect(input('name').value).toBe('Portainer!'));
  });

  it('stays when the form is left by Escape', async () => {
    await openEditor('p1');
    await userEvent.type(input('name'), '!{Escape}');
    await waitFor(() => find('[data-screen="profile"]'));
    expect(background.sent('draft.write').at(-1)).toMatchObject({ draft: { id: 'p1', name: 'Portainer!' } });
    press('edit-profile');
    await waitFor(() => expect(input('name').value).toBe('Portainer!'));
  });
});

describe('the secret', () => {
  it('shows what is being typed only while asked to', async () => {
    await openEditor();
    await enter(input('clientSecret'), 'test-secret');
    find('[name="clientSecret"] ~ [data-action="show-typed"]').click();
    await waitFor(() => expect(input('clientSecret').type).toBe('text'));
    find('[name="clientSecret"] ~ [data-action="show-typed"]').click();
    await waitFor(() => expect(input('clientSecret').type).toBe('password'));
    expect(input('clientSecret').value).toBe('test-secret');
  });

  it('is not asked for where no secrets are kept', async () => {
    background.answers['vault.status'] = gives({ state: 'open' as const });
    background.answers['shelf.read'] = gives(shelf());
    await openEditor();
    expect(has('[name="clientSecret"]')).toBe(false);
    expect(document.body.textContent).toContain('You chose not to keep secrets.');
  });
});

describe('the kind of profile', () => {
  const isShown = (name: string): boolean => input(name).closest('[hidden]') === null;
  const pick = (kind: string): Promise<void> => userEvent.click(find(`[name="kind"][value="${kind}"]`));

  it('shows the fields of that kind alone', async () => {
    await openEditor();
    const shown = (): string[] =>
      ['address', 'name', 'slug', 'clientId', 'clientSecret', 'apiToken', 'scopes', 'instanceName'].filter(isShown);
    expect(shown()).toEqual(['address', 'name', 'slug', 'clientId', 'clientSecret', 'scopes', 'instanceName']);
    await pick('api-token');
    expect(shown()).toEqual(['address', 'name', 'apiToken', 'instanceName']);
  });

  it('keeps everything typed through a change of mind, and saves what is chosen', async () => {
    background.answers['profile.save'] = gives({ profile: directory });
    await openEditor();
    await enter(input('name'), 'Staff');
    await enter(input('clientId'), 'typed-client');
    await pick('api-token');
    await enter(input('apiToken'), 'test-token');
    await pick('oidc-client');
    expect(input('clientId').value).toBe('typed-client');
    await pick('api-token');
    expect(background.sent('draft.write').at(-1)?.draft).toMatchObject({ kind: 'api-token', clientId: 'typed-client' });
    press('save-profile');
    await waitFor(() =>
      expect(background.sent('profile.save')).toMatchObject([
        { kind: 'api-token', name: 'Staff', apiToken: 'test-token', clientSecret: '' },
      ]),
    );
  });

  it('starts with fresh messages after a change', async () => {
    background.answers['profile.check'] = gives({
      messages: [{ field: 'address', level: 'error', code: 'addressMissing' }],
    });
    await openEditor();
    await userEvent.type(input('name'), 'x');
    await userEvent.click(input('address'));
    await userEvent.click(input('name'));
    await waitFor(() => find('[data-message="addressMissing"]'));
    await pick('api-token');
    await waitFor(() => expect(has('[data-message="addressMissing"]')).toBe(false));
  });

  it('is fixed for a stored profile, whose token stays where it is', async () => {
    background.answers['shelf.read'] = gives(shelf({ profiles: [portainer, directory] }));
    background.answers['profile.save'] = gives({ profile: directory });
    await openEditor('p9');
    expect(has('[type="radio"][name="kind"]')).toBe(false);
    expect(input('apiToken').value).toBe('');
    expect(document.body.textContent).toContain('Stored. Leave empty to keep it.');
    press('save-profile');
    await waitFor(() =>
      expect(background.sent('profile.save')).toMatchObject([{ id: 'p9', kind: 'api-token', apiToken: '' }]),
    );
  });

  it('comes back with a kept draft', async () => {
    background.answers['draft.read'] = gives({
      drafts: [{ key: 'form-1', draft: { ...draft, kind: 'api-token', apiToken: 'test-token-half' } }],
    });
    render(<PopupScreen />);
    await waitFor(() => find('[data-notice="draft-restored"]'));
    expect(isShown('apiToken')).toBe(true);
    expect(input('apiToken').value).toBe('test-token-half');
    expect(input('apiToken').type).toBe('password');
    await pick('oidc-client');
    expect(input('clientSecret').value).toBe(draft.clientSecret);
  });

  it('asks for no token where no secrets are kept', async () => {
    background.answers['vault.status'] = gives({ state: 'open' as const });
    await openEditor();
    await pick('api-token');
    expect(has('[name="apiToken"]')).toBe(false);
    expect(document.body.textContent).toContain('asks for the API token when you fill');
  });
});
